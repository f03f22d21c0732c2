/** The id of a key, in groups that can be compared by eye or read out; written from left to right in every language. */
export function KeyId({ id }: { readonly id: string }) {
  const groups = id.match(/.{1,4}/gu) ?? [];
  return (
    <code class="key-id" dir="ltr">
      {groups.join(' ')}
    </code>
  );
}
