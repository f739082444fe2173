//! Saved views and the layout of the desk: kept as they were arranged, and nothing kept that cannot be shown.

use hearth_core::api::*;
use hearth_core::domain::lead::StageKind;
use proptest::prelude::*;

use crate::support::Desk;

fn form(name: &str) -> ViewForm {
    ViewForm {
        name: name.into(),
        tab: Tab::All,
        stage: Some(StageKind::Received),
        query: String::new(),
        sort: SortBy::Received,
        descending: true,
        columns: Vec::new(),
    }
}

fn save(desk: &Desk, id: Option<ViewId>, view: ViewForm) -> Result<Vec<View>, ApiError> {
    handlers::save_view(&desk.app, SaveView { id, view }).map(|views| views.views)
}

fn problem(field: &str, problem: FieldProblem) -> Result<Vec<View>, ApiError> {
    Err(ApiError::Invalid { fields: vec![InvalidField { field: field.into(), problem }] })
}

#[test]
fn a_view_counts_the_leads_it_holds_now() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let hanbit = desk.add("한빛전자");
    let views = save(&desk, None, ViewForm { query: "한빛".into(), ..form("한빛") }).unwrap();
    assert_eq!(views[0].leads, Some(1), "by its query");
    let views = save(&desk, None, form("받은 것")).unwrap();
    assert_eq!(views[1].leads, Some(2), "all that are received");
    desk.accept(&hanbit).unwrap();
    let leads: Vec<_> = handlers::list_views(&desk.app, Empty {}).unwrap().views.iter().map(|v| v.leads).collect();
    assert_eq!(leads, [Some(0), Some(1)], "as soon as something changes");
}

#[test]
fn a_name_is_cleaned_and_there_is_only_one_of_it() {
    let desk = Desk::new();
    let views = save(&desk, None, form("  Hot\u{a0}\n ones ")).unwrap();
    assert_eq!(views[0].view.name, "Hot ones", "one line without blanks around it");
    assert_eq!(
        save(&desk, None, form("hot ONES")),
        problem("name", FieldProblem::Taken),
        "nobody could tell them apart"
    );
    assert_eq!(save(&desk, None, form(" ")), problem("name", FieldProblem::Required), "a view is called by its name");
    assert_eq!(
        save(&desk, None, form(&"한".repeat(81))),
        problem("name", FieldProblem::TooLong),
        "it must fit the side bar"
    );
    let id = views[0].id;
    let views = save(&desk, Some(id), form("Hot ONES")).unwrap();
    assert_eq!((views.len(), views[0].view.name.as_str()), (1, "Hot ONES"), "its own name can be written otherwise");
    assert_eq!(save(&desk, Some(99), form("Other")), Err(ApiError::NotFound), "a view that is gone is not made anew");
}

#[test]
fn there_is_room_for_fifty() {
    let desk = Desk::new();
    for number in 0..50 {
        save(&desk, None, form(&format!("View {number}"))).unwrap();
    }
    assert_eq!(save(&desk, None, form("One more")), problem("name", FieldProblem::TooMany), "more are no help");
}

#[test]
fn a_layout_is_kept_within_what_can_be_shown() {
    let desk = Desk::new();
    assert_eq!(handlers::desk_layout(&desk.app, Empty {}), Ok(DeskLayout::default()), "as it comes");
    let view = save(&desk, None, form("Mine")).unwrap()[0].id;
    let column = |width| ColumnWidth { column: ListColumn::City, width };
    let asked = DeskLayout {
        columns: vec![column(0), column(300)],
        list_width: Some(u16::MAX),
        start_view: Some(view),
        density: Density::Dense,
        ..DeskLayout::default()
    };
    let kept = handlers::save_desk_layout(&desk.app, asked).unwrap();
    assert_eq!(kept.columns, [column(40)], "each column once, and wide enough to be taken hold of");
    assert_eq!((kept.list_width, kept.start_view), (Some(6_000), Some(view)), "a width that a screen may have");
    assert_eq!(handlers::desk_layout(&desk.app, Empty {}), Ok(kept.clone()), "as it was answered");
    handlers::delete_view(&desk.app, ViewRef { id: view }).unwrap();
    let left = handlers::desk_layout(&desk.app, Empty {}).unwrap();
    assert_eq!(left, DeskLayout { start_view: None, ..kept.clone() }, "the desk does not start with what is gone");
    let again = handlers::save_desk_layout(&desk.app, kept).unwrap();
    assert_eq!(again.start_view, None, "nor can it be told to");
}

/// What a user does with the views.
#[derive(Clone, Debug)]
enum Step {
    Add(u8),
    Rename(usize, u8),
    Delete(usize),
    Move(usize, u32),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..8_u8).prop_map(Step::Add),
        (0..8_usize, 0..8_u8).prop_map(|(at, name)| Step::Rename(at, name)),
        (0..8_usize).prop_map(Step::Delete),
        (0..8_usize, 0..10_u32).prop_map(|(at, to)| Step::Move(at, to)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever is done to them, the views are those of a list on paper: in its order, each under a name of its own.
    #[test]
    fn views_are_kept_as_on_paper(steps in proptest::collection::vec(step(), 1..24)) {
        let desk = Desk::fleeting();
        let mut paper: Vec<(ViewId, String)> = Vec::new();
        for step in steps {
            let named = |name: u8| format!("View {name}");
            let is_free = |paper: &[(ViewId, String)], name: &str| !paper.iter().any(|(_, other)| other == name);
            let done = match step {
                Step::Add(name) => {
                    let (name, done) = (named(name), save(&desk, None, form(&named(name))));
                    prop_assert_eq!(done.is_ok(), is_free(&paper, &name), "a name is free or it is not");
                    if let Ok(views) = &done {
                        paper.push((views.last().unwrap().id, name));
                    }
                    done
                }
                Step::Rename(at, name) => {
                    let Some((id, before)) = paper.get(at).cloned() else { continue };
                    let (name, done) = (named(name), save(&desk, Some(id), form(&named(name))));
                    prop_assert_eq!(done.is_ok(), before == name || is_free(&paper, &name), "its own name is free to it");
                    if done.is_ok() {
                        paper[at].1 = name;
                    }
                    done
                }
                Step::Delete(at) => {
                    let Some((id, _)) = paper.get(at).cloned() else { continue };
                    paper.remove(at);
                    handlers::delete_view(&desk.app, ViewRef { id }).map(|views| views.views)
                }
                Step::Move(at, to) => {
                    let Some(view) = paper.get(at).cloned() else { continue };
                    paper.remove(at);
                    paper.insert(paper.len().min(to as usize), view.clone());
                    handlers::move_view(&desk.app, MoveView { id: view.0, to }).map(|views| views.views)
                }
            };
            let there = done.or_else(|_| handlers::list_views(&desk.app, Empty {}).map(|views| views.views)).unwrap();
            let there: Vec<(ViewId, String)> = there.into_iter().map(|view| (view.id, view.view.name)).collect();
            prop_assert_eq!(&there, &paper, "in the user's order");
        }
    }
}

#[test]
fn the_first_screen_is_what_the_single_questions_answer() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    desk.add("한빛전자");
    let list = ListQuery {
        tab: Tab::All,
        stage: Some(StageKind::Received),
        query: String::new(),
        sort: SortBy::Received,
        descending: true,
        offset: 0,
        limit: 100,
        list: None,
    };
    let first = |list: &ListQuery| handlers::first_screen(&desk.app, FirstScreenQuery { list: list.clone() }).unwrap();
    let single = |list: &ListQuery, view| FirstScreen {
        layout: handlers::desk_layout(&desk.app, Empty {}).unwrap(),
        views: handlers::list_views(&desk.app, Empty {}).unwrap().views,
        view,
        page: handlers::list_leads(&desk.app, list.clone()).unwrap(),
        desk: handlers::desk_state(&desk.app, DeskStateQuery { query: list.query.clone() }).unwrap(),
    };
    let screen = first(&list);
    assert_eq!(screen.page.total, 2, "the list that was asked for, where the user starts with no view");
    assert_eq!(screen, single(&ListQuery { list: Some(screen.page.list), ..list.clone() }, None), "and all around it");

    let view = save(&desk, None, ViewForm { query: "한빛".into(), ..form("한빛") }).unwrap()[0].id;
    let layout = DeskLayout { start_view: Some(view), ..DeskLayout::default() };
    handlers::save_desk_layout(&desk.app, layout).unwrap();
    let screen = first(&ListQuery { tab: Tab::Favorites, ..list.clone() });
    assert_eq!(screen.page.total, 1, "the view that the user starts with goes before the list that was asked for");
    let of_view = ListQuery { query: "한빛".into(), list: Some(screen.page.list), ..list };
    assert_eq!(screen, single(&of_view, Some(view)), "counted by its query");
}
