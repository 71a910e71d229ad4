/** Whose bank holidays are kept; `none` where every weekday is worked. */
export const bankHolidayRegions = ['england-and-wales', 'scotland', 'northern-ireland', 'none'] as const;
export type BankHolidayRegion = (typeof bankHolidayRegions)[number];
