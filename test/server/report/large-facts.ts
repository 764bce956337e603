// The facts of a report with 200 statements of 140 characters and five groups.
import type { ReportFacts } from '../../../server/report/facts.ts'

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const

export function largeFacts(): ReportFacts {
  const statements = Array.from({ length: 200 }, (_, id) => ({
    id,
    text: `${id} ${'The square should have more trees and fewer cars. '.repeat(3)}`.slice(0, 140),
    isSeed: id < 10,
    isMeta: false,
    all: { agrees: 600 + id, disagrees: 200, votes: 1_000 + id },
    groups: LETTERS.map((_, group) => ({ agrees: 100 + group, disagrees: 40, votes: 180 + group })),
    divisiveness: Math.round((300 * id) / 200) / 100,
    consensus: [0.5, 0.2] as [number, number],
    shown: 1_200,
  }))
  return {
    format: 1,
    conversation: {
      id: 'large',
      topic: 'What should become of the square?',
      description: '',
      isSample: false,
      hasOpenData: false,
      state: 'closed',
    },
    purposes: null,
    log: { sequence: 200_000, hash: 'abcdefghijklmnopqrstuv', untilMs: Date.UTC(2026, 2, 4) },
    smallest: 5,
    people: { voters: 1_300, votes: 200_000, grouped: 1_000, opensAt: 7, medianVotes: 60 },
    channels: [{ channel: 'here', people: 1_300 }],
    periods: {
      unit: 'day',
      list: Array.from({ length: 30 }, (_, day) => {
        const name = `2026-02-${String(day + 1).padStart(2, '0')}`
        return { from: name, to: name, units: 1, votes: 5_000 + day, people: 200 }
      }).slice(0, 28),
    },
    votesPerPerson: [
      { least: 1, most: 1, people: 100 },
      { least: 2, most: null, people: 1_200 },
    ],
    answers: [],
    map: {
      variance: [0.21, 0.06],
      buckets: Array.from({ length: 100 }, (_, index) => ({
        x: Math.cos(index) * 3,
        y: Math.sin(index) * 3,
        people: 10,
        group: index % 5,
      })),
      arrows: [0, 1, 2, 3].map((statement) => ({
        statement,
        towards: [Math.cos(statement), Math.sin(statement)] as const as [number, number],
      })),
    },
    groups: LETTERS.map((letter, group) => ({
      letter,
      people: 200,
      centre: [Math.cos(group), Math.sin(group)] as [number, number],
      hull: [],
      representative: [0, 1, 2, 3, 4].map((place) => ({
        statement: 5 * group + place,
        direction: place < 3 ? ('agree' as const) : ('disagree' as const),
      })),
      together: 0.9,
      recovered: 0.88,
    })),
    consensus: [30, 31, 32, 33, 34, 35, 36, 37, 38, 39].map((statement) => ({
      statement,
      direction: 'agree' as const,
      stays: 0.7,
    })),
    divisive: [199, 198, 197, 196, 195],
    uncertain: [50, 51, 52, 53, 54],
    statements,
    confidence: {
      draws: 100,
      shuffles: 60,
      people: 1_300,
      distinct: true,
      asClear: 0,
      k: 5,
      choices: [{ k: 5, share: 0.9 }],
    },
    moderation: {
      written: 230,
      voted: 210,
      seeds: 10,
      authors: 90,
      accepted: 200,
      unmoderated: 0,
      rejected: 20,
      waiting: 5,
      merged: 5,
      withdrawn: 0,
      meta: 0,
      reports: 12,
      isStrict: true,
      whoWrites: 'approval',
    },
    access: { needsIdentity: false, believesNames: false },
  }
}
