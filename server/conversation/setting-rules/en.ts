// What a setting has to be, said where it was set to something else. English: the catalogue that the others follow.

export const en = {
  number: 'Give a whole number from {least} to {most}.',
  choice: 'Choose one of the values that are offered.',
  statements: 'Give the numbers of at most three statements.',
  secret: 'Give 32 characters or more, 1000 at most.',
  publicKey: 'Give a public key for ES256 (P-256) or EdDSA (Ed25519), as PEM or JWK.',
  names: 'Give at most 10,000 names of one line and at most 200 characters each.',
  time: 'Give a day and a time such as 2026-03-04T09:00.',
  zone: 'Give the name of a time zone such as Europe/London.',
  endsFirst: 'Voting would close before it opens. Choose a later end or an earlier beginning.',
  day: 'Give a day such as 2027-03-04.',
  languages: 'Choose at least one language.',
  origins:
    'Give at most 50 addresses of sites as browsers write them, such as https://www.example.org: with https, without a path and without a slash at the end.',
  siteName: 'Give letters, digits, hyphens and underscores, 100 at most.',
  text: 'Give at most 700 characters.',
  colour: 'Give a colour such as #12505b.',
  fonts: 'Give at most 8 names of fonts, such as Georgia, serif.',
  openDataLate:
    'Somebody has voted already. Open data has to be declared before the first vote, so it can be switched off but not on.',
} as const
