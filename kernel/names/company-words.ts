/** Words that end the names of companies in English: `Bluebird Logistics`, `Wesley Legal`. */
const companyWords = new Set(
  `ag agency auto autos barbers bikes boats brasserie butchers coffee diner fish fisheries florist florists grill groceries pizza pizzeria salon seafood spa analytics apparel architects associates bakery bank bistro biotech books brewery builders cafe capital
  catering centre clinic co college company consultants consulting construction corp corporation council cycles dairy
  deli dental design developments digital distribution electric electronics energy engineering enterprises equipment
  estates events express fabrics farms fashion finance financial fitness foods foundation foundry freight furniture
  garage garden gardens gmbh goods group hardware health healthcare holdings home homes hospital hotel hotels inc
  industries industrial inn institute insurance interiors international joinery kitchens labs laboratories law legal
  limited llc llp logistics ltd machinery manufacturing marine market marketing materials mechanical media medical
  metals mill mills mining mobile motors museum networks nurseries optics packaging paper partners pharma
  pharmaceuticals pharmacy pictures plastics plc plumbing power press print printing printworks products projects
  properties publishing realty records recruitment rental rentals research resort resorts restaurant restaurants retail
  robotics roofing school schools security semiconductors services shipping shop software solar solicitors solutions
  steel storage store stores studio studios supplies supply surgery systems tech technologies technology telecom
  textiles theatre tiles timber tools toys trade traders trading transport travel trust university utilities ventures
  water wholesale winery wines woodworks works vineyard vineyards hospice ranch orchard orchards brewing distillery
  outfitters jewelers jewellers parts tires tyres realtors optical opticians orthodontics dentistry veterinary vets chiropractic
  landscaping plumbers electricians contractors collision airlines airways railway co-op coop cooperative brothers bros sons roasters`.split(
    /\s+/,
  ),
);

/** Tells whether a word ends the name of a company. */
export const isCompanyWord = (word: string): boolean =>
  companyWords.has(word.toLowerCase().replace(/\.$/, ''));

const legalForms =
  /^(?:ltd|limited|inc|llc|llp|lp|plc|gmbh|ag|kg|sa|sas|sarl|srl|spa|bv|nv|ab|as|a\/s|oy|pty|co|corp|pte|kk|ug|ohg|se)\.?$/iu;

/** Tells whether a word is the legal form of a company, which ends its name: `Ltd.`, `GmbH`. */
export const isLegalForm = (word: string): boolean => legalForms.test(word);
