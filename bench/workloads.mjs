// What whole runs are measured on: each writes its reports into a folder and says which they are.
import { join } from 'node:path';
import { writeDistinctFailures, writeLargeOutputs, writeReport, writeReports, writeSmallReports } from './reports.mjs';

const oneFile = (cases, rounds) => ({
  cases,
  rounds,
  write: (folder) => writeReport(join(folder, 'report.xml'), cases),
  pattern: 'report.xml',
});

/** By name; `cases` of those that are the same but for their size. */
export const WORKLOADS = {
  '1 case': oneFile(1, 15),
  '1,000 cases': oneFile(1_000, 9),
  '10,000 cases': oneFile(10_000, 5),
  '100,000 cases': oneFile(100_000, 3),
  '100,000 cases in 1,000 files': {
    rounds: 3,
    write: (folder) => writeReports(join(folder, 'reports'), 100_000),
    pattern: 'reports/*.xml',
  },
  '2,000 files of one case': {
    rounds: 3,
    write: (folder) => writeSmallReports(join(folder, 'reports'), 2_000),
    pattern: 'reports/*.xml',
  },
  '5,000 distinct failures': {
    rounds: 3,
    write: (folder) => writeDistinctFailures(join(folder, 'report.xml'), 5_000),
    pattern: 'report.xml',
  },
  '20,000 files of one case': {
    rounds: 1,
    write: (folder) => writeSmallReports(join(folder, 'reports'), 20_000),
    pattern: 'reports/*.xml',
  },
  '500,000 cases': oneFile(500_000, 1),
  '1,000,000 cases': oneFile(1_000_000, 1),
  '1 GB in one file': {
    rounds: 1,
    write: (folder) => writeLargeOutputs(join(folder, 'report.xml'), 1_000_000_000),
    pattern: 'report.xml',
  },
};

/** Measured only when they are named: minutes each. */
const LARGE = ['20,000 files of one case', '500,000 cases', '1,000,000 cases', '1 GB in one file'];

export const USUAL = Object.keys(WORKLOADS).filter((name) => !LARGE.includes(name));
