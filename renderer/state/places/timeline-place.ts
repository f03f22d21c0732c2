/** The timeline of meetings as the address bar holds it. */
export interface TimelinePlace {
  /** Slug of the body whose meetings are shown ("wtsa"); null: all of them. */
  readonly body: string | null;
}

export function timelineHref({ body }: TimelinePlace = { body: null }): string {
  return body === null ? '#/timeline' : `#/timeline?${new URLSearchParams({ body })}`;
}

export const readTimeline = (parts: URLSearchParams): TimelinePlace => ({
  body: parts.get('body') || null,
});
