import type { Bundle, CategoryResult, Decision } from './bundle.ts'
import type { BundleFiles } from './bundle-files.ts'
import { readRules } from './read-rules.ts'
import { BundleFault, count, countOrNull, list, object, parse, text, textOrNull, texts } from './shape.ts'
import type { Json } from './shape.ts'

export const NEEDED = [
  'manifest.json',
  'regulation.json',
  'sheets.json',
  'commitments.json',
  'results.json',
  'decisions.json',
  'minutes.json',
]

function file(files: BundleFiles, name: string): Json {
  const content = files.get(name)
  if (content === undefined) throw new BundleFault(`${name} is missing from the bundle`)
  return parse(content, name)
}

function readDraw(value: Json, place: string): CategoryResult['draw'] {
  if (value === null) return null
  const draw = object(value, place)
  return {
    source: text(draw['source'], `${place}.source`),
    outcome: text(draw['outcome'], `${place}.outcome`),
  }
}

function readFirstRound(value: Json, place: string): CategoryResult['firstRound'] {
  if (value === null) return null
  const round = object(value, place)
  return {
    places: count(round['places'], `${place}.places`),
    combining: textOrNull(round['combining'] ?? null, `${place}.combining`) ?? '',
    advanced: texts(round['advanced'], `${place}.advanced`),
    stopped: texts(round['stopped'], `${place}.stopped`),
    left: texts(round['left'] ?? [], `${place}.left`),
    lines: list(round['lines'], `${place}.lines`).map((one, at) => {
      const here = `${place}.lines[${at}]`
      const fields = object(one, here)
      return {
        nomination: text(fields['nomination'], here),
        place: count(fields['place'], here),
        score: text(fields['score'], here),
        display: text(fields['display'], here),
        fields,
      }
    }),
  }
}

function readResult(value: Json, place: string): CategoryResult {
  const result = object(value, place)
  return {
    category: text(result['category'], `${place}.category`),
    combining: text(result['combining'], `${place}.combining`),
    finalists: texts(result['finalists'], `${place}.finalists`),
    lotOrder: result['lotOrder'] === null ? null : texts(result['lotOrder'], `${place}.lotOrder`),
    draw: readDraw(result['draw'] ?? null, `${place}.draw`),
    firstRound: readFirstRound(result['firstRound'] ?? null, `${place}.firstRound`),
    plenary: list(result['plenary'] ?? [], `${place}.plenary`).map((one, at) => {
      const here = `${place}.plenary[${at}]`
      const fields = object(one, here)
      return {
        nomination: text(fields['nomination'], here),
        reason: text(fields['reason'], here),
        isFirstRound: fields['round'] === '1',
        fields,
      }
    }),
    flags: list(result['flags'] ?? [], `${place}.flags`).map((one, at) => {
      const here = `${place}.flags[${at}]`
      const entry = object(one, here)
      return {
        nomination: textOrNull(entry['nomination'] ?? null, `${here}.nomination`),
        vote: object(entry['vote'], `${here}.vote`),
      }
    }),
    lines: list(result['nominations'], `${place}.nominations`).map((one, at) => {
      const fields = object(one, `${place}.nominations[${at}]`)
      return {
        nomination: text(fields['nomination'], `${place}.nominations[${at}].nomination`),
        opened: fields['opened'] === true,
        fields,
      }
    }),
  }
}

function readDecision(value: Json, place: string): Decision {
  const decision = object(value, place)
  return {
    category: text(decision['category'], `${place}.category`),
    slot: text(decision['slot'], `${place}.slot`),
    outcome: text(decision['outcome'], `${place}.outcome`),
    reason: textOrNull(decision['reason'], `${place}.reason`),
    winners: texts(decision['winners'], `${place}.winners`),
    vote:
      decision['vote'] === null || decision['vote'] === undefined
        ? null
        : object(decision['vote'], `${place}.vote`),
  }
}

function readEarlier(value: Json): Bundle['earlier'] {
  return list(value, 'regulation.json earlier').map((one, at) => {
    const place = `regulation.json earlier[${at}]`
    const frozen = object(one, place)
    const regulation = object(frozen['regulation'], `${place} regulation`)
    return {
      version: count(frozen['version'], `${place} version`),
      hash: text(frozen['sha256'], `${place} sha256`),
      regulation,
      categories: readRules(regulation).categories,
    }
  })
}

/** The bundle with every value read once; throws a BundleFault at the first that is not what it should be. */
export function readBundle(files: BundleFiles): Bundle {
  const frozen = object(file(files, 'regulation.json'), 'regulation.json')
  const regulation = object(frozen['regulation'], 'regulation.json regulation')
  const commitments = object(file(files, 'commitments.json'), 'commitments.json')
  const rows = <T>(name: string, read: (value: Json, place: string) => T): T[] =>
    list(file(files, name), name).map((one, at) => read(one, `${name}[${at}]`))
  return {
    manifest: object(file(files, 'manifest.json'), 'manifest.json'),
    regulationVersion: count(frozen['version'], 'regulation.json version'),
    regulationHash: text(frozen['sha256'], 'regulation.json sha256'),
    regulation,
    rules: readRules(regulation),
    earlier: readEarlier(frozen['earlier'] ?? []),
    sheets: rows('sheets.json', (one, place) => {
      const sheet = object(one, place)
      return {
        commitment: text(sheet['commitment'], place),
        salt: text(sheet['salt'], place),
        record: object(sheet['record'], place),
      }
    }),
    listed: list(commitments['commitments'], 'commitments.json').map((one, at) => {
      const row = object(one, `commitments.json[${at}]`)
      return {
        commitment: text(row['commitment'], 'commitment'),
        nomination: textOrNull(row['nomination'], 'nomination'),
        status: text(row['status'], 'status'),
      }
    }),
    root: text(commitments['root'], 'commitments.json root'),
    size: countOrNull(commitments['size'], 'commitments.json size') ?? 0,
    results: rows('results.json', readResult),
    decisions: rows('decisions.json', readDecision),
    minutes: rows('minutes.json', (one, place) => {
      const signed = object(one, place)
      return `${text(signed['number'], place)}=${text(signed['sha256'], place)}`
    }),
  }
}
