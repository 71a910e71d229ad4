/** Every postcode area of the United Kingdom, the Crown dependencies and the forces. */
const areas = new Set(
  (
    'AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX ' +
    'FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE ' +
    'NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ ' +
    'TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
);

/** Endings that are also ordinary writing when they stand in lower case: "S17 2nd review", "w3 5yr plan". */
const ordinary = /(?:1st|2nd|3rd|\dth|\dyr|\dhr|\dft|\dlb)$/;

/** Whether the shape of a postcode begins with a real area and is not an ordinal or an amount. */
export const isPostcode = (found: string): boolean => {
  const area = /^[A-Z]{1,2}/i.exec(found)?.[0].toUpperCase() ?? '';
  return areas.has(area) && !ordinary.test(found);
};
