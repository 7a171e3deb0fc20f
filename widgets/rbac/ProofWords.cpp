#include "widgets/rbac/ProofWords.h"

#include "models/rights/Claims.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace rbac {

using base::Meaning;
using rights::Proof;

namespace {

struct Word
{
    Meaning meaning;
    const char *text;
};
/// In the order of rights::Proof.
constexpr std::array<Word, 5> words{{{Meaning::Unknown, ""}, {Meaning::Progress, QT_TRANSLATE_NOOP("rbac", "Asking the server")},
                                     {Meaning::Ok, QT_TRANSLATE_NOOP("rbac", "The server says the same")}, {Meaning::Error, QT_TRANSLATE_NOOP("rbac", "The server says otherwise")},
                                     {Meaning::Unknown, QT_TRANSLATE_NOOP("rbac", "The server does not say")}}};

QString said(const char *english) { return QCoreApplication::translate("rbac", english); }
QString number(std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); }
QString signedText(Meaning meaning, const QString &text) { return base::Theme::sign(meaning) + u' ' + text; }

} // namespace

ProofWords proofOf(const rights::Verdict &verdict)
{
    if (verdict.proof == Proof::Computed)
        return {};
    const Word &word = words[static_cast<std::size_t>(verdict.proof)];
    return {word.meaning, signedText(word.meaning, said(word.text)), base::oneLine(std::string_view(verdict.reason))};
}

ProofWords proofOf(const rights::ServerWord &word, const AccessPicture &picture)
{
    const std::vector<rights::Claim> claims = rights::claimsOf(picture);
    std::array<std::size_t, 5> counts{};
    std::string reason;
    for (const rights::Claim &claim : claims) {
        const rights::Verdict verdict = word.verdictOn(claim);
        ++counts[static_cast<std::size_t>(verdict.proof)];
        reason = verdict.reason.empty() ? reason : verdict.reason;
    }
    const auto count = [&](Proof proof) { return counts[static_cast<std::size_t>(proof)]; };
    if (count(Proof::Computed) == claims.size())
        return {};
    ProofWords out;
    out.meaning = count(Proof::Contradicted) > 0 ? Meaning::Error : count(Proof::Asking) > 0 ? Meaning::Progress : count(Proof::NotVerifiable) > 0 ? Meaning::Unknown : Meaning::Ok;
    QString text = said(QT_TRANSLATE_NOOP("rbac", "%1 of %2 permissions confirmed by the server")).arg(number(count(Proof::Confirmed)), number(claims.size()));
    if (count(Proof::Contradicted) > 0)
        text += QStringLiteral(" · ") + said(QT_TRANSLATE_NOOP("rbac", "contradicted: %1")).arg(number(count(Proof::Contradicted)));
    if (count(Proof::NotVerifiable) > 0)
        text += QStringLiteral(" · ") + said(QT_TRANSLATE_NOOP("rbac", "not verifiable: %1")).arg(number(count(Proof::NotVerifiable)));
    out.text = signedText(out.meaning, text);
    out.reason = base::oneLine(std::string_view(reason));
    return out;
}

} // namespace rbac
