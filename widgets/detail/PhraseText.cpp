#include "widgets/detail/PhraseText.h"

#include "models/detail/Words.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QDateTime>

#include <array>

namespace detail {

namespace {

/// Each layer that tells of objects marks its words in its own namespace; what a risk comes to is told by access.
std::string translated(const char *words)
{
    for (const char *context : {"detail", "diagnosis", "account", "rbac"}) {
        const std::string found = QCoreApplication::translate(context, words).toStdString();
        if (found != words)
            return found;
    }
    return words;
}

} // namespace

std::string wordsOf(const Phrase &phrase, const base::Clock &clock)
{
    return resolve(phrase, clock.now(), translated);
}

QString lineOf(const Phrase &phrase, const base::Clock &clock)
{
    return base::oneLine(wordsOf(phrase, clock));
}

base::Meaning meaningOf(Tone tone)
{
    using base::Meaning;
    static constexpr std::array meanings{Meaning::Text, Meaning::Secondary, Meaning::Ok, Meaning::Progress, Meaning::Warning, Meaning::Error, Meaning::Unknown};
    return meanings[static_cast<std::size_t>(tone)];
}

base::Meaning meaningOf(kinds::Health health)
{
    using base::Meaning;
    static constexpr std::array<Meaning, kinds::HealthCount> meanings{Meaning::Error, Meaning::Warning, Meaning::Unknown, Meaning::Progress,
                                                                      Meaning::Ok,    Meaning::Unknown, Meaning::Secondary};
    return meanings[static_cast<std::size_t>(health)];
}

QString withSign(base::Meaning meaning, const QString &word)
{
    const QString sign = base::Theme::sign(meaning);
    return sign.isEmpty() ? word : sign + u' ' + word;
}

QString momentsOf(const Phrase &phrase)
{
    QStringList moments;
    for (const Argument &argument : phrase.arguments) {
        if (argument.time)
            moments << QLocale().toString(QDateTime::fromSecsSinceEpoch(*argument.time), QLocale::LongFormat);
    }
    return moments.join(u'\n');
}

} // namespace detail
