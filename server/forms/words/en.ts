// English. What only the page without a script says; all else is said in the words of taking part.

export const en = {
  backToVoting: 'Back to voting',
  changed: 'Your vote is changed.',
  withdrawn: 'Your vote is withdrawn.',
  lookAgain: 'Before it is sent',
  sendAnyway: 'Send it as it is',
  reasonMissing: 'Choose what is wrong with it.',
  answersMissing: 'Choose an answer first, or leave the questions out.',
  comeBackCode: 'These four words bring your votes back:',
  returned: 'Your votes are back.',
  noCookies:
    'This browser keeps no cookies for this page. Your votes count, but it knows you only while you go on from here; ask for a return code below to come back.',
  standingOnlyHere:
    'Where scripts are off, our server works out your place for this page alone. It keeps nothing of it, and nobody else sees it.',
} as const
