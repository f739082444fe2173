// Every command of the desk, once. Tauri's handlers and permissions, the window's capability and the TypeScript
// `Commands` type all come from this list.
//
// No dependency may enter this file: the build script reads it too.

/// Calls `$with! { core { .. } shell { .. } }` with the list: `name(Request) -> Reply;`.
///
/// `core` commands are functions in `hearth_core::api::handlers`; `shell` commands need the window, the system or
/// the file picker and are functions in the shell's `commands`.
#[macro_export]
macro_rules! for_each_command {
    ($with:ident) => {
        $with! {
            core {
                desk_state(DeskStateQuery) -> DeskState;
                list_leads(ListQuery) -> LeadPage;
                locate_lead(LocateLead) -> LeadPlace;
                read_query(QueryText) -> QueryReading;
                suggest(Suggest) -> Suggestions;
                list_views(Empty) -> Views;
                save_view(SaveView) -> Views;
                delete_view(ViewRef) -> Views;
                move_view(MoveView) -> Views;
                desk_layout(Empty) -> DeskLayout;
                save_desk_layout(DeskLayout) -> DeskLayout;
                get_lead(LeadRef) -> LeadDetail;
                accept_lead(AcceptLead) -> LeadDetail;
                decline_lead(DeclineLead) -> LeadDetail;
                edit_deal(EditDeal) -> LeadDetail;
                save_employees(SaveEmployees) -> LeadDetail;
                close_as_won(CloseAsWon) -> LeadDetail;
                close_as_lost(CloseAsLost) -> LeadDetail;
                set_favorite(SetFavorite) -> LeadDetail;
                mark_contacted(MarkContacted) -> LeadDetail;
                snooze_lead(SnoozeLead) -> LeadDetail;
                snooze_choices(LeadRef) -> SnoozeChoices;
                set_follow_up(SetFollowUp) -> LeadDetail;
                undo_action(UndoAction) -> Undone;
                add_lead(AddLead) -> LeadDetail;
                add_samples(Empty) -> SampleCount;
                remove_samples(Empty) -> SampleCount;
                list_notices(Empty) -> Notices;
                mark_notice_sent(NoticeRef) -> LeadDetail;
                list_reminders(Empty) -> Reminders;
                mark_reminders_read(Empty) -> Empty;
                pause_alarms(PauseAlarms) -> Empty;
                save_settings(Settings) -> Settings;
                list_imports(Empty) -> Imports;
                foresee_undo(ImportRef) -> ImportUndo;
                undo_import(UndoImport) -> ImportUndone;
                list_mappings(Empty) -> SavedMappings;
                get_mapping(MappingName) -> Mapping;
                save_mapping(SaveMapping) -> SavedMappings;
                delete_mapping(MappingName) -> SavedMappings;
                list_duplicates(DuplicatesQuery) -> DuplicatesPage;
                duplicates_of(LeadRef) -> Duplicates;
                likely_same(NewLeadKeys) -> LikelySame;
                keep_apart(LeadPair) -> Empty;
                compare_leads(CompareLeads) -> Comparison;
                merge_leads(MergeLeads) -> LeadDetail;
                take_apart(MergeRef) -> LeadDetail;
                count_export(ExportLeads) -> ExportCount;
            }
            shell {
                start_desk(FirstScreenQuery) -> DeskStart;
                bootstrap(Empty) -> Bootstrap;
                choose_import_files(Empty) -> Empty;
                add_draft_files(DraftRef) -> Empty;
                remove_draft_file(DraftFileRef) -> ImportDraft;
                foresee_import(ForeseeImport) -> Empty;
                foreseen_rows(ForeseenQuery) -> ForeseenPage;
                decide_doubtful(DecideDoubtful) -> ForeseenSummary;
                apply_import(DraftRef) -> Empty;
                cancel_import(DraftRef) -> Empty;
                drop_draft(DraftRef) -> Empty;
                save_failed_rows(DraftRef) -> SavedFile;
                export_leads(ExportLeads) -> Empty;
                foresee_bulk(ForeseeBulk) -> BulkPlan;
                run_bulk(PlanRef) -> Empty;
                cancel_bulk(PlanRef) -> Empty;
                drop_bulk(PlanRef) -> Empty;
                undo_bulk(BulkRef) -> Empty;
                print_window(Empty) -> Empty;
                watched_folder(Empty) -> WatchedFolder;
                choose_watched_folder(Empty) -> WatchedFolder;
                stop_watching(Empty) -> WatchedFolder;
                set_watched_mapping(WatchedMapping) -> WatchedFolder;
                draft_notice(NoticeRef) -> LeadDetail;
                open_link(Link) -> Empty;
                retry_database(Empty) -> Empty;
                set_database_aside(Empty) -> SetAside;
                open_data_folder(Empty) -> Empty;
                send_test_notification(Empty) -> NotificationTest;
                set_start_with_computer(StartWithComputer) -> StartWithComputer;
                answer_closing(ClosingAnswer) -> Empty;
            }
        }
    };
}
