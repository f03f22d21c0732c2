/** What a QR code and a link out of a sheet hold: the address under the scheme that the program answers to. */
export const recitalLink = (address: string): string => `recital:${address}`;
