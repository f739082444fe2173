//! The table of stage and action, and random action sequences against a reference model that knows only stages.

use proptest::prelude::*;

use super::*;
use crate::domain::lead::ContactWay;
use crate::domain::testing::{at, lead};

const RECEIVED: &str = "2026-11-16T09:00:00Z";
const EXPIRES: &str = "2026-11-30T09:00:00Z";
const BEFORE: &str = "2026-11-20T12:00:00Z";

#[derive(Clone, Copy, Debug, PartialEq)]
enum Verb {
    Accept,
    Decline,
    Expire,
    Edit,
    Staff,
    Win,
    Lose,
    Contact,
    Favorite,
}

const VERBS: [Verb; 9] = [
    Verb::Accept,
    Verb::Decline,
    Verb::Expire,
    Verb::Edit,
    Verb::Staff,
    Verb::Win,
    Verb::Lose,
    Verb::Contact,
    Verb::Favorite,
];

fn run(lead: &Lead, verb: Verb, now: Timestamp) -> Next {
    let reason = Reason::try_from(3).unwrap();
    match verb {
        Verb::Accept => accept(lead, Deal::default(), Vec::new(), now),
        Verb::Decline => decline(lead, reason, None, now),
        Verb::Expire => expire(lead, now),
        Verb::Edit => edit(lead, Deal { crm_id: Some("CRM-7".into()), ..Deal::default() }),
        Verb::Staff => staff(lead, vec![Employee { name: "Min".into(), ..Employee::default() }]),
        Verb::Win => win(lead, None, now),
        Verb::Lose => lose(lead, None, None, now),
        Verb::Contact => contact(lead, Contacted { at: now, way: ContactWay::Phone, note: None }),
        Verb::Favorite => Ok(favorite(lead, !lead.favorite)),
    }
}

fn in_stage(stage: StageKind) -> Lead {
    let received = lead("Fabrikam", RECEIVED);
    let now = at(BEFORE);
    match stage {
        StageKind::Received => received,
        StageKind::Accepted => accept(&received, Deal::default(), Vec::new(), now).unwrap(),
        StageKind::Archived => decline(&received, Reason::try_from(1).unwrap(), None, now).unwrap(),
    }
}

#[test]
fn each_stage_allows_exactly_its_own_actions() {
    use StageKind::{Accepted, Archived, Received};
    use Verb as V;
    let allowed = [
        (Received, vec![V::Accept, V::Decline, V::Contact, V::Favorite]),
        (Accepted, vec![V::Edit, V::Staff, V::Win, V::Lose, V::Contact, V::Favorite]),
        (Archived, vec![V::Favorite]),
    ];
    for (stage, verbs) in allowed {
        for verb in VERBS {
            let result = run(&in_stage(stage), verb, at(BEFORE));
            assert_eq!(result.is_ok(), verbs.contains(&verb), "{verb:?} of a lead in {stage:?}: {result:?}");
        }
    }
}

#[test]
fn a_click_at_the_very_instant_of_expiry_is_too_late() {
    let late = Err(Refusal::PastRespondBy { respond_by: at(EXPIRES) });
    let lead = lead("Fabrikam", RECEIVED);
    let why = "respond-by is the first instant at which the lead is lost, not the last at which it can be saved";
    assert_eq!(run(&lead, Verb::Accept, at(EXPIRES)), late, "{why}");
    assert_eq!(run(&lead, Verb::Decline, at(EXPIRES)), late, "{why}");
    assert!(
        run(&lead, Verb::Accept, Timestamp::from_millis(at(EXPIRES).as_millis() - 1)).is_ok(),
        "a millisecond before is in time"
    );
}

#[test]
fn an_expiry_is_dated_by_the_lead_not_by_who_noticed() {
    let noticed = at("2027-03-01T00:00:00Z");
    let Stage::Archived(end) = expire(&lead("Fabrikam", RECEIVED), noticed).unwrap().stage else {
        panic!("an expired lead is archived")
    };
    assert_eq!((end.outcome, end.archived_at), (Outcome::Expired, at(EXPIRES)), "the computer was off for months");
}

#[test]
fn who_is_told_follows_how_the_lead_ended() {
    let received = lead("Fabrikam", RECEIVED);
    let expired = expire(&received, at(EXPIRES)).unwrap();
    assert_eq!(notice_for(&expired), Some(NoticeKind::ExpiredToMicrosoft), "nobody else sent it");
    let mut sent_by_partner = expired;
    sent_by_partner.invited_by.organization_id = Some("7d23e5ca".into());
    assert_eq!(notice_for(&sent_by_partner), Some(NoticeKind::ExpiredToPartner), "the partner who sent it is told");
    let declined = run(&received, Verb::Decline, at(BEFORE)).unwrap();
    assert_eq!(notice_for(&declined), Some(NoticeKind::DeclinedToCustomer), "the customer chooses another partner");
    let won = run(&in_stage(StageKind::Accepted), Verb::Win, at(BEFORE)).unwrap();
    assert_eq!(notice_for(&won), None, "a won deal needs no notice");
}

#[test]
fn a_won_deal_remembers_when_it_was_accepted() {
    let Stage::Archived(end) = run(&in_stage(StageKind::Accepted), Verb::Win, at(BEFORE)).unwrap().stage else {
        panic!("a won lead is archived")
    };
    assert_eq!(end.accepted_at, Some(at(BEFORE)), "the way from accept to won can still be measured");
}

proptest! {
    /// The reference knows nothing but the stage, whether the time is over, and the table of the issue.
    #[test]
    fn random_actions_end_where_a_small_model_ends(steps in proptest::collection::vec((0..VERBS.len(), 0..40_i64), 0..30)) {
        let mut lead = lead("Fabrikam", RECEIVED);
        let (mut stage, mut outcome, mut now) = (StageKind::Received, None, at(RECEIVED));
        for (verb, hours) in steps {
            now = now.plus(chrono::TimeDelta::hours(hours));
            let over = now >= at(EXPIRES);
            let (ok, next, end) = match (stage, VERBS[verb]) {
                (StageKind::Received, Verb::Accept) if !over => (true, StageKind::Accepted, None),
                (StageKind::Received, Verb::Decline) if !over => (true, StageKind::Archived, Some(Outcome::Declined)),
                (StageKind::Received, Verb::Expire) if over => (true, StageKind::Archived, Some(Outcome::Expired)),
                (StageKind::Accepted, Verb::Win) => (true, StageKind::Archived, Some(Outcome::Won)),
                (StageKind::Accepted, Verb::Lose) => (true, StageKind::Archived, Some(Outcome::Lost)),
                (StageKind::Accepted, Verb::Edit | Verb::Staff) => (true, stage, outcome.clone()),
                (StageKind::Received | StageKind::Accepted, Verb::Contact) | (_, Verb::Favorite) => (true, stage, outcome.clone()),
                _ => (false, stage, outcome.clone()),
            };
            let result = run(&lead, VERBS[verb], now);
            prop_assert_eq!(result.is_ok(), ok, "{:?} in {:?} at {}", VERBS[verb], stage, now);
            if let Ok(after) = result {
                prop_assert_eq!(after.id, lead.id);
                prop_assert_eq!(after.received_at, lead.received_at, "no action moves the past");
                lead = after;
            }
            (stage, outcome) = (next, end);
            prop_assert_eq!(lead.stage.kind(), stage);
            let ended = match &lead.stage { Stage::Archived(end) => Some(end.outcome.clone()), _ => None };
            prop_assert_eq!(ended, outcome.clone());
        }
    }
}
