import { done, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { optional } from '../../../platform/forms/field.ts';
import { type AnswersOf, form, repeated } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { line, textOfFile, words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { readBatch } from './rules.ts';
import { acknowledge, batchOf, takeIn, wasTakenIn } from './store.ts';

const ONE = form({
  incident: line({ max: 60, empty: 'Enter the number of the incident' }),
  happenedOn: typedDay({
    what: 'The day it happened',
    message: 'Enter the day it happened',
    notAfterToday: true,
  }),
  words: words({ empty: 'Enter what happened' }),
  children: repeated(
    {
      givenName: optional(line({ max: 100 })),
      familyName: optional(line({ max: 100 })),
      bornOn: optional(
        typedDay({ what: 'The date of birth', message: 'Enter the date of birth', notAfterToday: true }),
      ),
    },
    { min: 0, max: 8 },
  ),
});

/** Takes in what the police tell of one incident, for one child or several. */
export const recordNotification = action({
  name: 'police notification',
  permission: 'police notification: record',
  input: ONE,
  async perform({ children, ...incident }: AnswersOf<typeof ONE>, _subject: Subject, context: Context) {
    const named =
      children.length === 0 ? [{ givenName: undefined, familyName: undefined, bornOn: undefined }] : children;
    await takeIn(
      context,
      named.map((child) => ({ ...incident, ...child })),
      undefined,
    );
    return done(named.length);
  },
});

/** The file's text comes as one long answer. */
const LONGEST_FILE = 500_000;
const BATCH = form({ file: textOfFile({ max: LONGEST_FILE, empty: 'Choose the file' }) });

/** Takes in a batch file as a whole, or says what is wrong with which line and takes in nothing. */
export const importNotifications = action({
  name: 'police notifications',
  permission: 'police notification: import',
  input: BATCH,
  async perform({ file }: AnswersOf<typeof BATCH>, _subject: Subject, context: Context) {
    const batch = batchOf(file);
    const read = readBatch(file, context.today);
    if (!read.ok) return read;
    if (await wasTakenIn(context.db, batch))
      return refused({ field: 'file', message: 'This file was taken in before. Nothing was taken in twice' });
    await takeIn(context, read.value, batch);
    return done(read.value.length);
  },
});

/** Says that a notification was read by the worker or manager it was sent to. */
export const acknowledgeNotification = action({
  name: 'police notification acknowledgement',
  permission: 'police notification: acknowledge',
  input: form({}),
  async perform(_answers, receipt: Subject, { db, now }: Context) {
    await acknowledge(db, receipt.id, now);
    return done(receipt.id);
  },
});
