/** Names the extractor's rules and weights; a new one makes `recount reextract` read stored texts again. */
export const extractorVersion = "12";
