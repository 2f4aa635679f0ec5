import type { Like } from '../../shape/like.js';
import type { demoArticles as original } from '../../zh/demo/demo-articles.js';

/** What the managers of the demo have written down. */
export const demoArticles: Like<typeof original> = [
  {
    by: 'firstManager',
    say: `article How we beat Crestline
Crestline quotes about 20% below us, but going live takes them three months and training costs extra.
Ask first when the customer has to be live, then add up three years of cost together.
Never talk them down; invite the customer to see one of our sites. #rivals competitor=Crestline`,
  },
  {
    by: 'firstManager',
    say: `article What a good qualification looks like
Find out users, present system, go-live date, budget and who signs, and log each as you hear it.
Send a one-page list of needs and have it confirmed; without that, no proposal.
If they cannot name a budget, offer three price levels and let them pick. #playbook >Qualification`,
  },
  {
    by: 'firstManager',
    say: `article How we negotiate
Give only against something: a lower price for shorter payment terms, or for another year of maintenance.
Terms are 30% up front, 50% on delivery, 20% on acceptance.
From $100,000 on, get your manager's approval before you send a written quote. #playbook >Negotiation`,
  },
  {
    by: 'secondManager',
    say: `article Three answers to "too expensive"
First learn whether the budget is too small or the value is not clear.
Value not clear: work out with them the hours that they save each month.
Budget too small: take modules out, keep the price per module; up to 10% off is yours to give, more needs your manager. #objections`,
  },
  {
    by: 'secondManager',
    say: `article Outline of a first visit
Start with today: what they use, who uses it, what costs them most time.
Then ask why they look for something new now.
Agree on the next date and who joins before you leave, and log it on the spot. #onboarding`,
  },
  {
    by: 'firstManager',
    say: `article Our products on one page
ERP standard: stock, finance and scheduling, 20 users included, live in six weeks.
CRM professional: lead assignment, pool and mobile approvals, for teams of 30 and more.
Data platform: connects NetSuite, Sage and SAP, five days of work for each system. #onboarding`,
  },
];
