/**
 * Version of the wire contract, sent in `hello` and checked by the server. A test hashes the schemas and fails when
 * they change without this number.
 * History: 1 first release. 2 the boot record names the sites that may frame a page. 3 a vote can be withdrawn;
 * components carry the votes of the groups. 4 hello may carry what another site says of the person. 5 states of a
 * conversation, writing, changes pushed. 6 codes for the pages of sites. 7 snapshots say how far the groups can be
 * trusted. 8 purpose, questions and the first statement in the boot record.
 * 9 a conversation says whether names are believed. 10 the boot record carries the public address. 11 it carries the
 * words of an error. 12 a conversation says when its results are shown and whether a code is needed.
 * 13 the boot record carries how the page was reached, and hello hands it back. 14 a code for a conversation that is full.
 */
export const PROTOCOL_VERSION = 14

/** Largest frame that either side accepts from a participant, in bytes. */
export const MAXIMUM_FRAME_BYTES = 4096
