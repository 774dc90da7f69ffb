/** `npm run data`: checks the whole record and prints what it holds, or every problem at once. */
import { compile } from '../record/compile.ts';
import { describeRecord } from './census.ts';
import { readData } from './files.ts';

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const { files, broken } = readData();
const compiled = compile(files);
const problems = [
  ...broken.map((b) => ({ file: b.file, path: '(file)', wrong: `no JSON: ${b.wrong}`, right: 'valid JSON' })),
  ...compiled.problems,
].filter((p) => only === undefined || p.file.includes(`/${only}.json`) || p.file === `${only}.json`);

for (const p of problems) console.log(`data/${p.file}  ${p.path}\n    wrong: ${p.wrong}\n    right: ${p.right}`);
if (only === undefined) console.log(describeRecord(compiled));
console.log(problems.length === 0 ? 'The record is sound.' : `${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;
