// What each setting of a conversation is called, and one sentence on what it does. English: the catalogue that the others
// follow.

export const en = {
  'opensAt.label': 'The map opens at',
  'opensAt.help': 'Number of people at which the map opens, 7 to 1000.',
  'smallestGroup.label': 'Smallest group shown',
  'smallestGroup.help':
    'Number of people that an opinion group must have to be shown by itself, 5 to 50; fewer than 5 are never shown, so that nobody’s votes can be read off the map.',
  'pinnedGroups.label': 'Number of opinion groups',
  'pinnedGroups.help': 'Number of opinion groups to show whenever the votes allow it.',
  'statementLength.label': 'Length of a statement',
  'statementLength.help': 'Characters that a new statement may have, 60 to 400.',
  'whoWrites.label': 'Who may write statements',
  'whoWrites.help':
    'What is written is shown at once, unless a check finds personal data or a listed word in it, or once a moderator has accepted it.',
  'strictModeration.label': 'Show accepted statements only',
  'strictModeration.help': 'Whether only statements that a moderator has accepted are shown and counted.',
  'pinned.label': 'Statements that come first',
  'pinned.help': 'Numbers of up to three statements that everyone sees first, in this order.',
  'whoVotes.label': 'Who may vote',
  'whoVotes.help': 'All others may read, but neither vote nor write.',
  'identityAllowList.label': 'People on the list',
  'identityAllowList.help': 'Names under which your site signs in the people who may vote and write.',
  'identitySecret.label': 'Secret shared with your site',
  'identitySecret.help':
    'Secret that is shared with the site that signs people in, 32 random characters or more (HS256).',
  'identityPublicKey.label': 'Public key of your site',
  'identityPublicKey.help': 'Public key of the site that signs people in (ES256 or EdDSA), as PEM or JWK.',
  'unsignedIdentity.label': 'Believe names without a signature',
  'unsignedIdentity.help':
    'Whether a name without a signature is believed; anybody can then vote as anybody else.',
  'resultsVisible.label': 'When people see the results',
  'resultsVisible.help': 'When the map and what follows from it are shown to those who take part.',
  'resultsAfterVotes.label': 'Votes before the results',
  'resultsAfterVotes.help':
    'Number of statements that a person votes on before the results are shown to them, 1 to 100; for results after voting.',
  'resultsRevealed.label': 'Results are revealed',
  'resultsRevealed.help': 'Whether the host has revealed the results; for results when revealed.',
  'votingFrom.label': 'Voting opens',
  'votingFrom.help':
    'Day and time at which voting opens by itself, in the time zone below; empty to open it by hand.',
  'votingUntil.label': 'Voting closes',
  'votingUntil.help':
    'Day and time at which voting closes by itself, in the time zone below; empty to close it by hand.',
  'timeZone.label': 'Time zone',
  'timeZone.help': 'Time zone in which these times are meant, such as Europe/London.',
  'languages.label': 'Languages',
  'languages.help':
    'Languages in which the conversation is to be complete; the readiness check looks for each.',
  'openData.label': 'Open data',
  'openData.help':
    'Whether votes are published under numbers as open data; it has to be declared before the first vote.',
  'keepUntil.label': 'Kept until',
  'keepUntil.help':
    'Day on which the conversation is put up for deletion, to be restored for 14 days after that; empty for no such day.',
  'origins.label': 'Sites that may embed it',
  'origins.help':
    'Sites whose pages may show this conversation in a frame and read it by script, such as https://www.example.org.',
  'site.label': 'Template for a site',
  'site.help':
    'Name of a site whose pages each get a conversation of their own, made after this one when it is first shown.',
  'newPagesAreClosed.label': 'New conversations stay closed',
  'newPagesAreClosed.help':
    'Whether a conversation that is made for a page stays closed until somebody opens it.',
  'pagesLimit.label': 'Most conversations for pages',
  'pagesLimit.help': 'Number of conversations that may be made for the pages of the site, 1 to 10000.',
  'page.label': 'Made for the page',
  'page.help': 'Site and page that this conversation was made for; set by the service.',
  'themeAccent.label': 'Buttons and links',
  'themeAccent.help': 'Colour of buttons and links, such as #12505b.',
  'themeAccentDark.label': 'Buttons and links, dark',
  'themeAccentDark.help': 'Colour of buttons and links for people who use a dark screen.',
  'themeGround.label': 'Background',
  'themeGround.help': 'Colour behind everything.',
  'themeGroundDark.label': 'Background, dark',
  'themeGroundDark.help': 'Colour behind everything for people who use a dark screen.',
  'themePaper.label': 'Surfaces',
  'themePaper.help': 'Colour of the surfaces that statements and the map stand on.',
  'themePaperDark.label': 'Surfaces, dark',
  'themePaperDark.help': 'Colour of these surfaces for people who use a dark screen.',
  'themeInk.label': 'Text',
  'themeInk.help': 'Colour of text.',
  'themeInkDark.label': 'Text, dark',
  'themeInkDark.help': 'Colour of text for people who use a dark screen.',
  'themeFonts.label': 'Fonts',
  'themeFonts.help':
    'Fonts in order of preference, such as Georgia, serif; only those on the device, none is fetched.',
  'themeRadius.label': 'Corners',
  'themeRadius.help': 'Roundness of corners in pixels, 0 to 24.',
} as const
