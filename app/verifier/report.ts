export type Finding = { readonly ok: boolean; readonly about: string; readonly sentence: string }

/** Collects one line per check; a failed check never stops the others. */
export class Report {
  readonly findings: Finding[] = []

  pass(about: string, sentence: string): void {
    this.findings.push({ ok: true, about, sentence })
  }
  fail(about: string, sentence: string): void {
    this.findings.push({ ok: false, about, sentence })
  }
  check(about: string, holds: boolean, sentence: string, otherwise: string): void {
    if (holds) this.pass(about, sentence)
    else this.fail(about, otherwise)
  }
  get failures(): readonly Finding[] {
    return this.findings.filter((finding) => !finding.ok)
  }
}
