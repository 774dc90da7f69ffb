// Every disagreement can be reached from what it concerns: a figure, an event, a voyage, a place or a plant; else from its wave's page alone.
import { expect, test } from 'vitest';
import { compiled } from '../the-record.ts';

test('all disagreements hang on something that opens them; those about the whole wave stand on its page', () => {
  const places = new Set<string>(compiled.raw.places.places.map((p) => p.id));
  let reached = 0;
  const whole: string[] = [];
  for (const part of [...compiled.raw.waves, compiled.raw.official]) {
    const openers = new Set<string>([
      ...part.series.map((s) => s.id),
      ...part.totals.map((t) => t.id),
      ...part.events.map((e) => e.id),
      ...('voyages' in part ? part.voyages.flatMap((v) => [v.id, v.route ?? '']) : []),
      ...places,
    ]);
    for (const r of part.rivals) {
      if (r.about.some((a) => openers.has(a))) reached++;
      else whole.push(`${r.id}: ${r.about.join(', ')}`);
    }
  }
  expect(whole.every((w) => w.endsWith(': wave'))).toBe(true);
  expect(reached).toBeGreaterThanOrEqual(170);
  console.log(`${reached} disagreements at what they concern, ${whole.length} about a whole wave`);
});
