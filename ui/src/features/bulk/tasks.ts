// The tasks in the order in which they are offered, and what a menu or the palette calls them.
import type { Task } from './bulkForm';

export const tasks: readonly { task: Task; label: string }[] = [
  { task: 'decline', label: 'bulk-decline' },
  { task: 'markContacted', label: 'bulk-contacted' },
  { task: 'favorite', label: 'bulk-favorite' },
  { task: 'unfavorite', label: 'bulk-unfavorite' },
  { task: 'addEmployee', label: 'bulk-employee' },
  { task: 'setCampaign', label: 'bulk-campaign' },
];
