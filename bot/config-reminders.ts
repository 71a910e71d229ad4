import { z } from 'zod';
import { type BankHolidayRegion, bankHolidayRegions } from './calendar/regions.ts';

/** When reminders go out, and how fast. */
export type ReminderSettings = {
  /** `HH:MM` in the installation's time zone. */
  time: string;
  bankHolidays: BankHolidayRegion;
  /** Messages a second, all people together. */
  sendRate: number;
};

const rateRemedy = 'must be a number of messages a second between 0.1 and 1000';

export const reminderFields = {
  REMINDER_TIME: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 08:30')
    .default('08:30'),
  BANK_HOLIDAYS: z
    .enum(bankHolidayRegions, `must be one of ${bankHolidayRegions.join(', ')}`)
    .default('england-and-wales'),
  SEND_RATE: z.coerce.number(rateRemedy).min(0.1, rateRemedy).max(1_000, rateRemedy).default(10),
};

export const reminderSettings = (given: {
  REMINDER_TIME: string;
  BANK_HOLIDAYS: BankHolidayRegion;
  SEND_RATE: number;
}): ReminderSettings => ({
  time: given.REMINDER_TIME,
  bankHolidays: given.BANK_HOLIDAYS,
  sendRate: given.SEND_RATE,
});
