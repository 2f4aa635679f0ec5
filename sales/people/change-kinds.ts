/** Records of which the log tells each change. */
export type RecordType =
  | 'customer'
  | 'contact'
  /** A customer shared with a colleague. */
  | 'collaborator'
  /** Another name for a customer or a contact, which a correction taught. */
  | 'learntName'
  | 'dispute'
  | 'lead'
  | 'deal'
  | 'followUp'
  | 'task'
  | 'approval'
  | 'target'
  /** An amount that somebody commits to for a period. */
  | 'call'
  | 'person'
  /** Two people linked into one. */
  | 'accounts'
  | 'team'
  | 'place'
  | 'article'
  /** A question that nobody could answer. */
  | 'question'
  /** A new colleague's onboarding step. */
  | 'firstStep'
  /** A slice stored under a name. */
  | 'savedReport'
  /** What a source of leads cost in a month. */
  | 'sourceCost'
  | 'meeting'
  /** The rules of selling. */
  | 'process'
  /** Figures exported as a file. */
  | 'export'
  | 'import';

/**
 * What a change needs of the person who makes it:
 * - `anybody`: an active colleague.
 * - `enter`: a rep; what they create is theirs, or nobody's, or of somebody to whom they may give it.
 * - `enterOn`: the same, on a customer whom they see or on whom they collaborate.
 * - `work`: the owner, a collaborator on the customer, the manager of the record's team, an admin.
 * - `own`: the same without collaborators.
 * - `give`: whoever may give the record to its new owner.
 * - `claim`: a rep who sees the record, which has no owner, and takes it themselves.
 * - `offered`: the person to whom the pool offered the record.
 * - `judge`: whoever decides the dispute.
 * - `approve`: an approver of the stage that is asked for.
 * - `self`: the person whom the record is about.
 * - `person`: the same, the manager of their team, an admin.
 * - `role`: a manager, from and to roles below their own, in their teams; an admin. To leave counts as the least role.
 * - `join`: the managers of the team that is left and of the team that is joined, an admin.
 * - `team`: the manager of the record's team, an admin; of the company's, an admin.
 * - `bind`: the same for the team that gets the place, and for the one that has it.
 * - `lead`: a manager, an admin.
 * - `author`: who wrote it, a manager, an admin.
 * - `admin`: an admin.
 * - `never`: nobody by themselves; it only follows from another change, or the clock makes it.
 */
export type Need =
  | 'anybody'
  | 'enter'
  | 'enterOn'
  | 'work'
  | 'own'
  | 'give'
  | 'claim'
  | 'offered'
  | 'judge'
  | 'approve'
  | 'self'
  | 'person'
  | 'role'
  | 'join'
  | 'team'
  | 'bind'
  | 'lead'
  | 'author'
  | 'admin'
  | 'never';

interface KindOfChange {
  of: RecordType;
  needs: Need;
  /** It only follows from others: undo leaves it in place if a later act has overwritten it. */
  follows?: true;
  /** Undo passes over it. */
  stays?: true;
}

/** Each kind of change, the record it changes, and what it needs. */
export const changeKinds = {
  'customer.created': { of: 'customer', needs: 'enter' },
  'customer.changed': { of: 'customer', needs: 'work' },
  'customer.assigned': { of: 'customer', needs: 'give' },
  'customer.claimed': { of: 'customer', needs: 'claim' },
  'customer.declined': { of: 'customer', needs: 'offered' },
  'customer.returned': { of: 'customer', needs: 'own' },
  'customer.offered': { of: 'customer', needs: 'never' },
  'customer.opened': { of: 'customer', needs: 'never' },
  'customer.merged': { of: 'customer', needs: 'own' },
  'customer.renamed': { of: 'customer', needs: 'work' },
  'customer.removed': { of: 'customer', needs: 'own' },
  /** Names of a deleted customer; versions of a deleted deal. */
  'customer.parts': { of: 'customer', needs: 'never' },
  'customer.followed': { of: 'customer', needs: 'work', follows: true },
  'customer.shared': { of: 'collaborator', needs: 'own' },
  'customer.unshared': { of: 'collaborator', needs: 'own' },
  'contact.created': { of: 'contact', needs: 'work' },
  'contact.removed': { of: 'contact', needs: 'work' },
  'contact.changed': { of: 'contact', needs: 'work' },
  'name.learnt': { of: 'learntName', needs: 'enter' },
  'name.forgotten': { of: 'learntName', needs: 'enter' },
  'dispute.raised': { of: 'dispute', needs: 'enter' },
  'dispute.removed': { of: 'dispute', needs: 'never' },
  'dispute.decided': { of: 'dispute', needs: 'judge' },
  'lead.created': { of: 'lead', needs: 'enterOn' },
  'lead.changed': { of: 'lead', needs: 'work' },
  'lead.removed': { of: 'lead', needs: 'own' },
  'lead.assigned': { of: 'lead', needs: 'give' },
  'lead.reassigned': { of: 'lead', needs: 'never' },
  'lead.claimed': { of: 'lead', needs: 'claim' },
  'lead.declined': { of: 'lead', needs: 'offered' },
  'lead.returned': { of: 'lead', needs: 'own' },
  'lead.offered': { of: 'lead', needs: 'never' },
  'lead.opened': { of: 'lead', needs: 'never' },
  'lead.followed': { of: 'lead', needs: 'work', follows: true },
  'lead.converted': { of: 'lead', needs: 'work' },
  'deal.created': { of: 'deal', needs: 'enterOn' },
  'deal.changed': { of: 'deal', needs: 'work' },
  'deal.reopened': { of: 'deal', needs: 'own' },
  'deal.removed': { of: 'deal', needs: 'own' },
  'deal.parts': { of: 'deal', needs: 'never' },
  'deal.moved': { of: 'deal', needs: 'work' },
  'deal.back': { of: 'deal', needs: 'work' },
  'deal.pipelined': { of: 'deal', needs: 'work' },
  'deal.step': { of: 'deal', needs: 'work' },
  'deal.called': { of: 'deal', needs: 'work' },
  'deal.noted': { of: 'deal', needs: 'work' },
  'deal.followed': { of: 'deal', needs: 'work', follows: true },
  'deal.won': { of: 'deal', needs: 'own' },
  'deal.lost': { of: 'deal', needs: 'own' },
  'deal.assigned': { of: 'deal', needs: 'give' },
  'deal.returned': { of: 'deal', needs: 'never' },
  'deal.remapped': { of: 'deal', needs: 'never' },
  'deal.valued': { of: 'deal', needs: 'never' },
  'followUp.created': { of: 'followUp', needs: 'work' },
  'followUp.freed': { of: 'followUp', needs: 'never' },
  'followUp.removed': { of: 'followUp', needs: 'never' },
  'followUp.corrected': { of: 'followUp', needs: 'work' },
  'task.created': { of: 'task', needs: 'work' },
  'task.removed': { of: 'task', needs: 'never' },
  'task.done': { of: 'task', needs: 'work' },
  'task.snoozed': { of: 'task', needs: 'work' },
  'task.renamed': { of: 'task', needs: 'work' },
  'task.cancelled': { of: 'task', needs: 'work' },
  'task.assigned': { of: 'task', needs: 'give' },
  'task.carried': { of: 'task', needs: 'never' },
  'task.dropped': { of: 'task', needs: 'never' },
  'approval.requested': { of: 'approval', needs: 'work' },
  'approval.removed': { of: 'approval', needs: 'never' },
  'approval.voted': { of: 'approval', needs: 'approve' },
  'approval.approved': { of: 'approval', needs: 'approve' },
  'approval.rejected': { of: 'approval', needs: 'approve' },
  'approval.expired': { of: 'approval', needs: 'never' },
  'target.set': { of: 'target', needs: 'team' },
  'call.made': { of: 'call', needs: 'person' },
  'person.created': { of: 'person', needs: 'never', stays: true },
  'person.renamed': { of: 'person', needs: 'self' },
  'person.named': { of: 'person', needs: 'role' },
  'person.asked': { of: 'person', needs: 'self' },
  'person.declined': { of: 'person', needs: 'join' },
  'person.muted': { of: 'person', needs: 'self' },
  'person.language': { of: 'person', needs: 'self' },
  'person.zone': { of: 'person', needs: 'self' },
  'person.alerts': { of: 'person', needs: 'self' },
  'person.away': { of: 'person', needs: 'person' },
  'person.role': { of: 'person', needs: 'role' },
  'person.team': { of: 'person', needs: 'join' },
  'person.left': { of: 'person', needs: 'role' },
  'person.admin': { of: 'person', needs: 'never' },
  'person.changed': { of: 'person', needs: 'never', follows: true },
  'person.linked': { of: 'accounts', needs: 'self' },
  'person.claimed': { of: 'accounts', needs: 'admin' },
  'team.created': { of: 'team', needs: 'admin' },
  'team.changed': { of: 'team', needs: 'admin' },
  'place.created': { of: 'place', needs: 'never', stays: true },
  'place.bound': { of: 'place', needs: 'bind' },
  'place.language': { of: 'place', needs: 'bind' },
  'article.written': { of: 'article', needs: 'enter' },
  'article.proposed': { of: 'article', needs: 'enter' },
  'article.kept': { of: 'article', needs: 'author' },
  'article.changed': { of: 'article', needs: 'author' },
  'article.removed': { of: 'article', needs: 'author' },
  'question.asked': { of: 'question', needs: 'anybody', stays: true },
  'question.answered': { of: 'question', needs: 'never' },
  'step.done': { of: 'firstStep', needs: 'self' },
  'step.noted': { of: 'firstStep', needs: 'self', stays: true },
  'report.saved': { of: 'savedReport', needs: 'self' },
  'report.changed': { of: 'savedReport', needs: 'person' },
  'cost.set': { of: 'sourceCost', needs: 'lead' },
  'report.exported': { of: 'export', needs: 'anybody', stays: true },
  'meeting.started': { of: 'meeting', needs: 'team' },
  'meeting.ended': { of: 'meeting', needs: 'team' },
  'process.changed': { of: 'process', needs: 'admin' },
  'process.discarded': { of: 'process', needs: 'admin', stays: true },
  'import.done': { of: 'import', needs: 'never', stays: true },
} as const satisfies Record<string, KindOfChange>;

export type ChangeKind = keyof typeof changeKinds;

/** The record type of a kind of change. */
export type TypeOfKind<K extends ChangeKind> = (typeof changeKinds)[K]['of'];

/** The kinds that change a type of record. */
export type KindsOf<T extends RecordType> = {
  [K in ChangeKind]: TypeOfKind<K> extends T ? K : never;
}[ChangeKind];

/** A kind's declaration, its optional marks included. */
export const changeKind = (kind: ChangeKind): KindOfChange => changeKinds[kind];

/**
 * What follows from a change, whoever may make it: the reason, and the kinds of change that need no right of
 * their own for it.
 */
export const consequences = {
  /** A follow-up dates its customer, and adds the contacts it names, whoever owns the customer. */
  followedUp: ['customer.followed', 'contact.created', 'contact.changed'],
  /** A record's customer and tasks go to its new owner with it. */
  transferred: ['customer.assigned', 'customer.claimed', 'lead.assigned', 'deal.assigned', 'task.assigned'],
  /** A customer goes back to the pool with its last lead, its deals with the customer, and is offered in turn. */
  returned: ['customer.returned', 'customer.offered', 'lead.offered', 'deal.returned'],
  /** A lead becomes a deal of the same owner, which has the lead's tasks. */
  converted: ['deal.created', 'deal.followed', 'task.carried'],
  /** A closed deal needs no tasks; one that went another way needs no approval. */
  closed: ['task.dropped', 'approval.expired'],
  /** A stage's standard actions become tasks of those who do them; those of the stage that was left are dropped. */
  entered: ['task.created', 'task.dropped'],
  /** A standard action and its task are done together. */
  stepDone: ['deal.step', 'task.done'],
  /** The approvers let the deal pass. */
  approved: ['deal.moved', 'deal.won', 'deal.changed', 'contact.created'],
  /** The judge gives the customer to one side, or adds what the other side had. */
  judged: [
    'customer.assigned',
    'lead.assigned',
    'deal.assigned',
    'task.assigned',
    'contact.created',
    'contact.changed',
    'followUp.created',
  ],
  /** The rules of assignment choose the owner, whose turn is counted. */
  assigned: ['customer.created', 'lead.created', 'person.changed'],
  /** A new manager leads the team that has none, and who is no manager any more leads none. */
  managed: ['team.changed'],
  /** A new article answers the questions that were open. */
  answered: ['question.answered'],
  /** The setup code makes the first admin. */
  setUp: ['person.admin'],
  /** What belongs to a deleted record goes with it. */
  deleted: [
    'customer.removed',
    'customer.parts',
    'customer.unshared',
    'contact.removed',
    'name.forgotten',
    'dispute.removed',
    'lead.changed',
    'lead.removed',
    'deal.removed',
    'deal.parts',
    'followUp.freed',
    'followUp.removed',
    'task.removed',
    'approval.removed',
  ],
  /** A collaborator may leave. */
  left: ['customer.unshared'],
} as const satisfies Record<string, readonly ChangeKind[]>;

export type ConsequenceReason = keyof typeof consequences;
