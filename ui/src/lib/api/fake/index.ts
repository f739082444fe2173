export { FakeBackend, type FakeDesk } from './fakeBackend';
export { asked, fakeLead, manyLeads, NOON, workingDay } from './samples';
