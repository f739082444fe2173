// What a column of a table can be, in the user's words, in groups as a person looks for them. The names are the headings
// of Hearth's own tables.
import type { Column } from '$lib/api/generated';

const NAMES: Record<Column, string> = {
  hearthId: 'column-hearth-id',
  referralId: 'column-referral-id',
  engagementId: 'column-engagement-id',
  leadType: 'column-lead-type',
  direction: 'column-direction',
  favorite: 'column-favorite',
  received: 'column-received',
  respondBy: 'column-respond-by',
  status: 'column-status',
  substatus: 'column-substatus',
  microsoftStatus: 'column-microsoft-status',
  accepted: 'column-accepted',
  archived: 'column-archived',
  reason: 'column-reason',
  reasonText: 'column-reason-text',
  closingNotes: 'column-closing-notes',
  customerName: 'column-customer-name',
  customerSize: 'column-customer-size',
  addressLine1: 'column-address-line-1',
  addressLine2: 'column-address-line-2',
  city: 'column-city',
  state: 'column-state',
  postalCode: 'column-postal-code',
  country: 'column-country',
  contactName: 'column-contact-name',
  contactFirstName: 'column-contact-first-name',
  contactLastName: 'column-contact-last-name',
  contactTitle: 'column-contact-title',
  contactEmail: 'column-contact-email',
  contactPhone: 'column-contact-phone',
  contactMobile: 'column-contact-mobile',
  requestedContact: 'column-requested-contact',
  contacted: 'column-contacted',
  contactedWay: 'column-contacted-way',
  contactedNote: 'column-contacted-note',
  followUpOn: 'column-follow-up-on',
  followUpNote: 'column-follow-up-note',
  need: 'column-need',
  industries: 'column-industries',
  products: 'column-products',
  services: 'column-services',
  solutions: 'column-solutions',
  dealName: 'column-deal-name',
  value: 'column-value',
  currency: 'column-currency',
  purchaseDate: 'column-purchase-date',
  notes: 'column-notes',
  crmId: 'column-crm-id',
  campaignId: 'column-campaign-id',
  teamMember: 'column-team-member',
  invitedById: 'column-invited-by-id',
  invitedByName: 'column-invited-by-name',
  invitedByNotes: 'column-invited-by-notes',
  sourceStatus: 'column-source-status',
  sourceSubstatus: 'column-source-substatus',
  sharedWithMicrosoft: 'column-shared-with-microsoft',
};

export interface ColumnGroup {
  name: string;
  columns: readonly Column[];
}

export const COLUMN_GROUPS: readonly ColumnGroup[] = [
  {
    name: 'column-group-customer',
    columns: ['customerName', 'customerSize', 'addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'country'],
  },
  {
    name: 'column-group-contact',
    columns: [
      'contactName',
      'contactFirstName',
      'contactLastName',
      'contactTitle',
      'contactEmail',
      'contactPhone',
      'contactMobile',
      'requestedContact',
    ],
  },
  {
    name: 'column-group-need',
    columns: ['need', 'industries', 'products', 'services', 'solutions'],
  },
  {
    name: 'column-group-deal',
    columns: ['dealName', 'value', 'currency', 'purchaseDate', 'notes', 'crmId', 'campaignId', 'teamMember'],
  },
  {
    name: 'column-group-lead',
    columns: [
      'leadType',
      'received',
      'respondBy',
      'status',
      'substatus',
      'accepted',
      'archived',
      'reason',
      'reasonText',
      'closingNotes',
      'favorite',
    ],
  },
  {
    name: 'column-group-work',
    columns: ['contacted', 'contactedWay', 'contactedNote', 'followUpOn', 'followUpNote'],
  },
  {
    name: 'column-group-source',
    columns: [
      'hearthId',
      'referralId',
      'engagementId',
      'direction',
      'microsoftStatus',
      'sourceStatus',
      'sourceSubstatus',
      'invitedById',
      'invitedByName',
      'invitedByNotes',
      'sharedWithMicrosoft',
    ],
  },
];

/** Columns that a table may have several of, by number: a second contact, a third team member. */
const NUMBERED: ReadonlySet<Column> = new Set([
  'contactName',
  'contactFirstName',
  'contactLastName',
  'contactTitle',
  'contactEmail',
  'contactPhone',
  'solutions',
  'teamMember',
]);

export const isNumbered = (column: Column): boolean => NUMBERED.has(column);

/** The id of a column's name. */
export const columnName = (column: Column): string => NAMES[column];
