/**
 * Version of the wire contract, sent in `hello` and checked by the server. A test hashes the schemas and fails when
 * they change without this number.
 * History: 1 first release. 2 the boot record names the sites that may frame a page.
 */
export const PROTOCOL_VERSION = 2

/** Largest frame that either side accepts from a participant, in bytes. */
export const MAXIMUM_FRAME_BYTES = 4096
