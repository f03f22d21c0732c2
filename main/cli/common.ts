/** What every sub-command is given beside its own options. */
export interface Common {
  /** Print one JSON value on standard output and nothing else there. */
  readonly json?: boolean;
  /** Another library than the default one. */
  readonly library?: string;
}
