pub fn sample_leads(_now: crate::domain::time::Timestamp) -> Vec<crate::domain::lead::Lead> {
    todo!()
}
