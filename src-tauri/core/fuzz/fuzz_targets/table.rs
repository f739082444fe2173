//! Tables of every kind: the bytes as they are, and as rows below headings that are known.
#![no_main]

const HEADINGS: [&str; 4] = [
    "Referral ID,Customer Name,Created Date,Partner Referral Status,Declined/Lost reason,Estimated Deal Value,Currency,Estimated Close Date,Solution 1,Team member 1,Notes\n",
    "Hearth ID,Customer,Stage,Outcome,Received,Reason,Favorite,Contacted,Contacted by,Industries,Team member,Contact 2\n",
    "Topic,Last Name,Company Name,Est. Value,Currency,Est. Close Date,Status,Status Reason\n",
    "회사;담당자;연락처;이메일;예상 금액(원);접수일;상태\n",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = hearth_core::exchange::read("a.csv", bytes);
    let heading = HEADINGS[bytes.first().map_or(0, |byte| usize::from(*byte)) % HEADINGS.len()];
    let _ = hearth_core::exchange::read("a.csv", &[heading.as_bytes(), bytes].concat());
});
