/** The id, in the page, of a section or provision by its name within an edition: `considering.a`. */
export const placeId = (target: string): string => `at-${target}`;
