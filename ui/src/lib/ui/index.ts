// The components without a domain word, in one place to import from.
export { default as Button } from './Button.svelte';
export { default as CopyButton } from './CopyButton.svelte';
export { default as DateInput } from './DateInput.svelte';
export { default as Dialog } from './Dialog.svelte';
export { default as EmptyState } from './EmptyState.svelte';
export { default as Field, type Control } from './Field.svelte';
export { default as IconButton } from './IconButton.svelte';
export { default as Kbd } from './Kbd.svelte';
export { default as Menu, type MenuItem } from './Menu.svelte';
export { default as Popover } from './Popover.svelte';
export { default as Select } from './Select.svelte';
export { default as Tabs } from './Tabs.svelte';
export { default as Text } from './Text.svelte';
export { default as TextArea } from './TextArea.svelte';
export { default as TextInput } from './TextInput.svelte';
export { default as TimeInput } from './TimeInput.svelte';
export { default as Toasts } from './Toasts.svelte';
export { default as VirtualList } from './VirtualList.svelte';
