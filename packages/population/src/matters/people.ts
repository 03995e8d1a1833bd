import { dayOf } from '@yiwang/codes/working-days';
import { type MadeUpPerson, PERSONS } from '../persons.ts';
import { firstActive, type MadeUpEnterprise, type Population } from '../population.ts';
import type { Entry } from './application.ts';

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高罗郑'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉文辉力建峰'];

/** Share of applications that one of the dozen persons files, as whom people may sign in. */
const KNOWN_SHARE = 0.15;

/**
 * The enterprises that persons represent, by their place in PERSONS: the number among the first active ones, from 1, as the seed of
 * mandates has it.
 */
const REPRESENTED: readonly number[] = [1, 3, 4, 5, 6, 7, 8, 9, 10];
const MOST = Math.max(...REPRESENTED);

export interface KnownApplicant {
  person: MadeUpPerson;
  /** An enterprise that the person represents, for which it files. Null for itself. */
  enterprise: MadeUpEnterprise | null;
}

export type People = ReturnType<typeof createPeople>;

/** Draws who files applications; `kind` tells the streams of one matter from those of another. */
export function createPeople(population: Population, kind: string) {
  const known = population.stream(`matters/${kind}/known`);
  const names = population.stream(`matters/${kind}/person`);
  const phones = population.stream(`matters/${kind}/phone`);
  const represented = firstActive(population, MOST);

  return {
    /** Somebody of whom nothing else is made up. */
    stranger(i: number): MadeUpPerson {
      const name = names.pick(i, 0, SURNAMES) + names.pick(i, 1, GIVEN) + names.pick(i, 2, GIVEN);
      return { id: `person-${kind}-${i}`, name };
    },
    /** One of the dozen; null for most applications. */
    known(i: number): KnownApplicant | null {
      if (!known.chance(i, 0, KNOWN_SHARE)) return null;
      const place = known.integer(i, 1, 0, PERSONS.length - 1);
      const enterprise = represented[(REPRESENTED[place] ?? 0) - 1] ?? null;
      return { person: PERSONS[place]!, enterprise };
    },
    /** Whoever sells something. */
    sellerName: (i: number): string =>
      names.pick(i, 3, SURNAMES) + names.pick(i, 4, GIVEN) + names.pick(i, 5, GIVEN),
    phone: (i: number): string => `025-8${phones.integer(i, 0, 1_000_000, 9_999_999)}`,
  };
}

/**
 * Gives an application, and the cases of its steps, their numbers: region and day, and the serial number behind a letter, which tells
 * them from what sequences give out.
 */
export function createNumbers(entries: readonly Entry[], region: string, serial: number) {
  return (prefix: string, letter: string, step: string | null): string => {
    const first = entries.find((entry) => step === null || ('step' in entry && entry.step === step));
    // A step that was never begun has no case that would bear the number.
    const day = dayOf((first ?? entries[0]!).at).replaceAll('-', '');
    return `${prefix}${region}${day}-${letter}${String(serial).padStart(5, '0')}`;
  };
}
