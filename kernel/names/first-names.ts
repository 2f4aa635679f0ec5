/** Common first names in English, which tell a person from a company's name: `Acme Jane Smith`. */
const firstNames = new Set(
  `aaron abigail adam alan albert alex alexander alice alison amanda amber amy andrea andrew andy angela ann anna anne
  anthony arthur ashley barbara ben benjamin beth bill bob brandon brian bruce carl carol caroline catherine charles
  charlotte chloe chris christina christine christopher claire clara colin craig cynthia daisy dan dana daniel danielle
  danny dave david dawn deborah debra denise dennis derek diana diane donald donna dorothy doug douglas dylan edward
  elaine eleanor elizabeth ella ellen emily emma eric erica erin ethan eva evan evelyn fiona frances francis frank fred
  gabriel gail gary gemma george gerald gloria gordon grace graham greg gregory hannah harold harry heather helen henry
  holly howard hugh ian irene isaac isabel jack jackie jacob jake james jamie jane janet janice jason jean jeff jeffrey
  jen jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joanna joe joel john johnny jon jonathan joseph
  joshua joyce juan judith judy julia julie justin karen kate katherine kathleen kathy katie keith kelly ken kenneth
  kevin kim kyle lara larry laura lauren leah lee leo leon leonard leslie lewis liam lily linda lisa liz logan lois
  louis louise lucas lucy luke lynn marcus maria marie marilyn mark martha martin mary matt matthew megan melissa mia
  michael michelle mike molly monica nancy naomi natalie nathan neil nicholas nick nicola nicole nigel nina noah nora
  oliver olivia omar oscar owen pam pamela pat patricia patrick paul paula peggy penny peter phil philip philippa piers
  rachel ralph ray raymond rebecca richard rick rita rob robert robin roger ron ronald rosa rose rosie ross roy russell
  ruth ryan sally sam samantha samuel sandra sara sarah scott sean shane shannon sharon shaun sheila shirley simon
  siobhan sofia sophia sophie stacy stan stanley stella stephanie stephen steve steven stewart stuart sue susan suzanne
  sylvia tara ted terence teresa terry theo theresa thomas tim timothy tina toby todd tom tony tracy trevor valerie
  vanessa vera vernon veronica vicky victor victoria vincent virginia walter wanda warren wayne wendy will william
  zachary zoe`.split(/\s+/),
);

/** Tells whether a word is a common English first name. */
export const isFirstName = (word: string): boolean => firstNames.has(word.toLowerCase());
