#include "models/detail/Sections.h"

#include "models/http/Certificate.h"
#include "models/kube/Base64.h"
#include "models/kube/JwtClaims.h"

#include <QtGlobal>

namespace detail {

namespace {

/// What a Secret holds under a key; empty where it holds nothing that can be read.
std::string contentOf(const text::Value &secret, std::string_view key)
{
    return kube::decodeBase64(secret["data"][key].text()).value_or(std::string());
}

void addTime(Section &section, std::string_view label, const std::optional<text::Time> &time)
{
    if (time)
        addRow(section, label, wordsPart(Phrase(QT_TR_NOOP("%1 (%2 ago)"), {text::formatTime(*time), Argument::age(time->seconds)})));
}

Line lineOf(const std::vector<std::string> &texts)
{
    std::string joined;
    for (const std::string &text : texts)
        joined += (joined.empty() ? "" : ", ") + text;
    return joined.empty() ? Line() : Line{textPart(joined)};
}

void addAccount(Section &section, const kube::JwtClaims &claims)
{
    if (!claims.serviceAccount.empty())
        addRow(section, QT_TR_NOOP("ServiceAccount"), linkPart({}, "ServiceAccount", claims.namespaceName, claims.serviceAccount));
    else if (!claims.subject.empty())
        addRow(section, QT_TR_NOOP("Subject"), textPart(claims.subject));
    if (!claims.pod.empty())
        addRow(section, QT_TR_NOOP("Ends with the pod"), linkPart({}, "Pod", claims.namespaceName, claims.pod));
    if (!claims.secret.empty())
        addRow(section, QT_TR_NOOP("Ends with the secret"), linkPart({}, "Secret", claims.namespaceName, claims.secret));
}

} // namespace

void addTokenClaims(Summary &summary, const text::Value &secret)
{
    if (secret["type"].text() != "kubernetes.io/service-account-token")
        return;
    Section section{Phrase(QT_TR_NOOP("What the token says")), {}};
    const auto claims = kube::readJwt(contentOf(secret, "token"));
    if (!claims) {
        addRow(section, QT_TR_NOOP("Token"), wordsPart(Phrase(QT_TR_NOOP("none yet, or none that can be read")), Tone::Warning));
        return addSection(summary, std::move(section));
    }
    addAccount(section, *claims);
    addRow(section, QT_TR_NOOP("Issuer"), textPart(claims->issuer));
    if (!claims->audiences.empty())
        addRow(section, QT_TR_NOOP("Audiences"), {lineOf(claims->audiences)});
    addTime(section, QT_TR_NOOP("Issued"), claims->issuedAt);
    if (claims->expiresAt)
        addRow(section, QT_TR_NOOP("Ends"), textPart(text::formatTime(*claims->expiresAt)));
    else
        addRow(section, QT_TR_NOOP("Ends"), wordsPart(Phrase(QT_TR_NOOP("never: whoever has it keeps it until the secret is deleted")), Tone::Warning));
    addSection(summary, std::move(section));
}

void addCertificates(Summary &summary, const text::Value &secret)
{
    if (secret["type"].text() != "kubernetes.io/tls")
        return;
    const auto certificates = http::parsePem(contentOf(secret, "tls.crt"));
    Section section{Phrase(QT_TR_NOOP("Certificates")), {}};
    if (!certificates) {
        addRow(section, QT_TR_NOOP("Certificate"), textPart(certificates.error().message, Tone::Error));
        return addSection(summary, std::move(section));
    }
    section.table = tableOf({QT_TR_NOOP("Subject"), QT_TR_NOOP("Names"), QT_TR_NOOP("Issuer"), QT_TR_NOOP("Ends")});
    for (const http::Certificate &certificate : *certificates) {
        const Line ends = certificate.notAfter == base::SystemTime::max() ? Line{wordsPart(Phrase(QT_TR_NOOP("never")))} : Line{textPart(http::dateText(certificate.notAfter))};
        section.table->rows.push_back({{textPart(certificate.subject)}, lineOf(certificate.names), {textPart(certificate.issuer)}, ends});
    }
    addSection(summary, std::move(section));
}

} // namespace detail
