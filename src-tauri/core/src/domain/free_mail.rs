//! Mail providers under whose domain anybody may have an address: the domain says nothing about a company.
//!
//! Put together by hand from the providers' own sign-up pages, those of Korea and of the countries that Partner Center's leads
//! come from first. A domain that is missing costs a needless hint, never a merge.

/// Whether `domain`, in small letters, gives addresses to everybody.
pub fn is_free_mail(domain: &str) -> bool {
    DOMAINS.contains(&domain)
        || FAMILIES.iter().any(|family| domain.split_once('.').is_some_and(|(name, _)| name == *family))
}

/// Under many endings: `yahoo.co.jp`, `hotmail.fr`.
const FAMILIES: &[&str] =
    &["gmail", "googlemail", "outlook", "hotmail", "live", "msn", "yahoo", "ymail", "gmx", "yandex"];

const DOMAINS: &[&str] = &[
    // Everywhere
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "rocketmail.com",
    "passport.com",
    "windowslive.com",
    "proton.me",
    "protonmail.com",
    "pm.me",
    "tutanota.com",
    "tuta.com",
    "tuta.io",
    "zoho.com",
    "zohomail.com",
    "mail.com",
    "email.com",
    "fastmail.com",
    "fastmail.fm",
    "hey.com",
    "hushmail.com",
    "duck.com",
    "inbox.com",
    "mailfence.com",
    // Korea
    "naver.com",
    "daum.net",
    "hanmail.net",
    "kakao.com",
    "nate.com",
    "korea.com",
    "empas.com",
    "empal.com",
    "paran.com",
    "dreamwiz.com",
    "lycos.co.kr",
    "hanafos.com",
    "freechal.com",
    "chol.com",
    "netian.com",
    // China, Japan, India, Vietnam
    "qq.com",
    "vip.qq.com",
    "foxmail.com",
    "163.com",
    "126.com",
    "yeah.net",
    "sina.com",
    "sina.cn",
    "sohu.com",
    "139.com",
    "189.cn",
    "aliyun.com",
    "21cn.com",
    "tom.com",
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "softbank.ne.jp",
    "i.softbank.jp",
    "nifty.com",
    "excite.co.jp",
    "rediffmail.com",
    "rediff.com",
    // Germany, Austria, Switzerland
    "web.de",
    "freenet.de",
    "t-online.de",
    "arcor.de",
    "online.de",
    "posteo.de",
    "mailbox.org",
    "aon.at",
    "bluewin.ch",
    // France, Belgium, Netherlands
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "laposte.net",
    "sfr.fr",
    "neuf.fr",
    "bbox.fr",
    "skynet.be",
    "telenet.be",
    "ziggo.nl",
    "kpnmail.nl",
    "planet.nl",
    "xs4all.nl",
    // Italy, Spain, Portugal, Brazil
    "libero.it",
    "virgilio.it",
    "tiscali.it",
    "alice.it",
    "tin.it",
    "telefonica.net",
    "sapo.pt",
    "uol.com.br",
    "bol.com.br",
    "terra.com.br",
    "ig.com.br",
    "globo.com",
    // Poland, Czechia, Russia, Ukraine
    "wp.pl",
    "o2.pl",
    "onet.pl",
    "interia.pl",
    "seznam.cz",
    "centrum.cz",
    "mail.ru",
    "bk.ru",
    "list.ru",
    "inbox.ru",
    "rambler.ru",
    "ya.ru",
    "ukr.net",
    // Britain, Ireland, North America, Australia
    "btinternet.com",
    "virginmedia.com",
    "sky.com",
    "talktalk.net",
    "eircom.net",
    "comcast.net",
    "verizon.net",
    "att.net",
    "sbcglobal.net",
    "bellsouth.net",
    "cox.net",
    "charter.net",
    "earthlink.net",
    "shaw.ca",
    "rogers.com",
    "sympatico.ca",
    "bigpond.com",
    "optusnet.com.au",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_is_no_company() {
        for domain in
            ["gmail.com", "yahoo.co.jp", "hotmail.fr", "naver.com", "hanmail.net", "qq.com", "web.de", "gmx.at"]
        {
            assert!(is_free_mail(domain), "{domain} is everybody's");
        }
        for domain in ["fabrikam.com", "naver.fabrikam.com", "livestrong.com", "gmailers.com", "navercorp.com"] {
            assert!(!is_free_mail(domain), "{domain} is one company's");
        }
    }
}
