//! The commands about duplicates and merges.

use super::handlers::Reply;
use super::*;
use crate::app::App;

pub fn list_duplicates(_: &App, _: DuplicatesQuery) -> Reply<DuplicatesPage> {
    Err(ApiError::NotFound)
}

pub fn duplicates_of(_: &App, _: LeadRef) -> Reply<Duplicates> {
    Err(ApiError::NotFound)
}

pub fn likely_same(_: &App, _: NewLeadKeys) -> Reply<LikelySame> {
    Err(ApiError::NotFound)
}

pub fn keep_apart(_: &App, _: LeadPair) -> Reply<Empty> {
    Err(ApiError::NotFound)
}

pub fn compare_leads(_: &App, _: CompareLeads) -> Reply<Comparison> {
    Err(ApiError::NotFound)
}

pub fn merge_leads(_: &App, _: MergeLeads) -> Reply<LeadDetail> {
    Err(ApiError::NotFound)
}

pub fn take_apart(_: &App, _: MergeRef) -> Reply<LeadDetail> {
    Err(ApiError::NotFound)
}
