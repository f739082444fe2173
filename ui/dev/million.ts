// A million invented leads that are made as they are asked for, to see how the list does with them. Not part of the build.
import type { Command, Reply, Request } from '../src/lib/api/backend';
import { fakeLead, FakeBackend } from '$lib/api/fake';
import { rowOf } from '$lib/api/fake/listing';
import type { LeadDetail, LeadRow } from '$lib/api/generated';
import { DAY, dayOf, HOUR } from '$lib/format';

export const MILLION = 1_000_000;

const customers = [
  'Fabrikam Manufacturing',
  '대한민국물산 주식회사',
  'Northwind Traders',
  'Wide World Importers and Exporters of Fine Machine Parts',
  '한빛소프트데이터',
  'Tailspin Toys',
  '새봄의료재단',
  'Contoso Pharmaceuticals',
];
const needs = [
  'Microsoft 365 roll-out and training for 200',
  'Azure 데이터 웨어하우스 이전 상담 요청',
  'Disaster recovery for two plants',
  'Power BI dashboards for field sales',
  'Teams 전화 시스템 도입',
];
const cities = ['Springfield', '서울특별시', 'Lyon', '부산광역시', 'Düsseldorf'];
const of = <T>(values: readonly T[], id: number): T => values[id % values.length] as T;

export class Million extends FakeBackend {
  /** How long an answer takes, in milliseconds. */
  delay = 3;

  lead(id: number): LeadDetail {
    const { now } = this;
    const base = fakeLead({ id });
    const hot = id % 11 === 1;
    const receivedAt = hot ? now - (id % 71) * HOUR : now - ((id * 7) % 13) * DAY;
    return {
      ...base,
      receivedAt,
      respondBy: receivedAt + 14 * DAY,
      flame: hot ? { endsAt: receivedAt + 72 * HOUR, contactedAt: null } : null,
      favorite: id % 7 === 0,
      snoozedUntil: id % 13 === 4 ? now + 5 * HOUR : null,
      followUp: id % 5 === 2 ? { on: dayOf(now + ((id % 9) - 3) * DAY), note: null } : null,
      customer: {
        ...base.customer,
        name: `${of(customers, id)} ${id}`,
        city: of(cities, id),
        country: of(['US', 'KR', 'FR', 'DE'], id),
      },
      need: { ...base.need, text: of(needs, id) },
      employees:
        id % 3 === 0
          ? [
              { name: '김하늘', phone: null, email: null },
              { name: 'Sam', phone: null, email: null },
            ]
          : [],
      deal: {
        ...base.deal,
        value:
          id % 4 === 3
            ? null
            : { amount: String(((id * 7919) % 90_000) + 500), currency: of(['USD', 'KRW', 'EUR'], id) },
        campaignId: id % 2 ? 'SPRING-2026' : null,
      },
    };
  }

  #row(id: number, query: string): LeadRow {
    const row = rowOf(this.lead(id));
    const word = query.trim();
    if (word === '') return row;
    const at = row.customer.indexOf(word);
    if (at >= 0) return { ...row, hits: [{ field: 'customer', text: null, marks: [[at, at + word.length]] }] };
    const notes = `회의에서 논의한 대로 다음 분기에 ${word} 관련 제안서를 보내기로 했습니다`;
    const from = notes.indexOf(word);
    return { ...row, hits: [{ field: 'notes', text: notes, marks: [[from, from + word.length]] }] };
  }

  override async call<C extends Command>(command: C, request: Request<C>): Promise<Reply<C>> {
    const answer = (reply: unknown) => reply as Reply<C>;
    await new Promise((goOn) => setTimeout(goOn, this.delay));
    if (command === 'list_leads') {
      const { offset, limit, query } = request as Request<'list_leads'>;
      const many = Math.max(0, Math.min(limit, MILLION - offset));
      const rows = Array.from({ length: many }, (_, at) => this.#row(offset + at + 1, query));
      return answer({ rows, offset, total: MILLION, list: 1 });
    }
    if (command === 'locate_lead') {
      const { id } = request as Request<'locate_lead'>;
      return answer({ id, stage: 'received', tab: 'marketplace', index: id - 1 });
    }
    if (command === 'get_lead') return answer(this.lead((request as Request<'get_lead'>).id));
    const reply = await super.call(command, request);
    if (command !== 'desk_state') return reply;
    const counts = { received: MILLION, accepted: 214_310, archived: 1_480_226 };
    const state = reply as Reply<'desk_state'>;
    return answer({
      ...state,
      totalLeads: 2_694_536,
      counts: {
        all: counts,
        marketplace: counts,
        qualified: { received: 41_210, accepted: 9_120, archived: 60_400 },
        favorites: state.counts.favorites,
      },
    });
  }
}
