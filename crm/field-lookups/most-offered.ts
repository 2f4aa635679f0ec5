/** Most records that a question offers. */
export const mostOffered = 4;
