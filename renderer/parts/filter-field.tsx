interface FilterFieldProps {
  /** For ears; what the field shows while it is empty says it to the eye. */
  readonly name: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onType: (value: string) => void;
}

/** A field that narrows what stands under it as one types. */
export function FilterField({ name, placeholder, value, onType }: FilterFieldProps) {
  return (
    <input
      type="search"
      aria-label={name}
      autoComplete="off"
      spellcheck={false}
      maxLength={100}
      placeholder={placeholder}
      value={value}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}
