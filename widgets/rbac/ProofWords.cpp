#include "widgets/rbac/ProofWords.h"

#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace rbac {

using base::Meaning;
using rights::Proof;
using rights::Tally;

namespace {

/// What is said of several claims together.
struct Word
{
    Meaning meaning;
    const char *name;
    const char *sentence;
    const char *badge;
};
/// In the order of rights::Proof, and behind them what is confirmed in part.
constexpr std::array<Word, rights::ProofCount + 1> words{{{Meaning::Unknown, "computed", QT_TRANSLATE_NOOP("rbac", "Computed: the server was not asked"), QT_TRANSLATE_NOOP("rbac", "computed")},
                                     {Meaning::Progress, "asking", QT_TRANSLATE_NOOP("rbac", "Asking the server"), QT_TRANSLATE_NOOP("rbac", "asking")},
                                     {Meaning::Ok, "confirmed", QT_TRANSLATE_NOOP("rbac", "The server says the same"), QT_TRANSLATE_NOOP("rbac", "confirmed")},
                                     {Meaning::Error, "contradicted", QT_TRANSLATE_NOOP("rbac", "The server says otherwise"), QT_TRANSLATE_NOOP("rbac", "contradicted")},
                                     {Meaning::Unknown, "not-verifiable", QT_TRANSLATE_NOOP("rbac", "The server does not say"), QT_TRANSLATE_NOOP("rbac", "not verifiable")},
                                     {Meaning::Unknown, "partly-confirmed", QT_TRANSLATE_NOOP("rbac", "Confirmed in part: %1 of %2"), QT_TRANSLATE_NOOP("rbac", "in part: %1 of %2")}}};

QString said(const char *english) { return QCoreApplication::translate("rbac", english); }
QString number(std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); }

const Word &wordOf(const Tally &tally)
{
    const Proof proof = tally.proof();
    const bool isMixed = (proof == Proof::Computed || proof == Proof::NotVerifiable) && tally.of(Proof::Confirmed) > 0;
    return isMixed ? words.back() : words[static_cast<std::size_t>(proof)];
}

ProofWords wordsOf(const Tally &tally, const char *Word::*form)
{
    if (tally.total() == 0)
        return {};
    const Word &word = wordOf(tally);
    QString text = base::Theme::sign(word.meaning) + u' ' + said(word.*form);
    if (&word == &words.back())
        text = text.arg(number(tally.of(Proof::Confirmed)), number(tally.total()));
    return {word.meaning, text, base::oneLine(std::string_view(tally.reason))};
}

} // namespace

ProofWords proofOf(const Tally &tally) { return wordsOf(tally, &Word::sentence); }
ProofWords badgeOf(const Tally &tally) { return wordsOf(tally, &Word::badge); }

ProofWords totalOf(const Tally &tally)
{
    if (tally.of(Proof::Computed) == tally.total()) {
        ProofWords out = badgeOf(tally);
        out.reason = proofOf(tally).text;
        return out;
    }
    ProofWords out{words[static_cast<std::size_t>(tally.proof())].meaning, said(QT_TRANSLATE_NOOP("rbac", "%1 of %2 permissions confirmed by the server")).arg(number(tally.of(Proof::Confirmed)), number(tally.total())),
                   base::oneLine(std::string_view(tally.reason))};
    struct Share
    {
        Proof proof;
        const char *text;
    };
    constexpr std::array<Share, 3> shares{{{Proof::Contradicted, QT_TRANSLATE_NOOP("rbac", "contradicted: %1")}, {Proof::NotVerifiable, QT_TRANSLATE_NOOP("rbac", "not verifiable: %1")},
                                          {Proof::Computed, QT_TRANSLATE_NOOP("rbac", "not asked: %1")}}};
    for (const Share &share : shares)
        if (tally.of(share.proof) > 0)
            out.text += QStringLiteral(" · ") + said(share.text).arg(number(tally.of(share.proof)));
    out.text = base::Theme::sign(out.meaning) + u' ' + out.text;
    return out;
}

std::string proofName(const Tally &tally)
{
    return tally.total() == 0 ? std::string() : wordOf(tally).name;
}

} // namespace rbac
