import { parseAddress, parseRecordAddress } from '../contract/ids.ts';

/** Screens on which something is done, whose places look like addresses. */
const doing = /^(?:edit|present|stage)\//i;

/** Whether a text is the address of something to read: a work, an edition or a part of one, a record. */
export const isReadable = (text: string): boolean =>
  !doing.test(text) && (parseRecordAddress(text) !== null || parseAddress(text).ok);
