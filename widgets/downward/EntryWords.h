#pragma once

#include "models/downward/Comparison.h"
#include "widgets/base/Theme.h"

#include <QString>
#include <QStringList>

namespace downward {

/// A sentence in the person's language, made safe, with a capital letter.
QString sentenceText(const Sentence &sentence);
QStringList sentenceTexts(const std::vector<Sentence> &sentences);
/// All of them in one line, as one sentence.
QString joinedText(const std::vector<Sentence> &sentences);

/// "container web", "volume podinfo": what entries stand under.
QString groupOf(const Entry &entry);
QString kindText(ContainerKind kind);

/// A sign and a word.
struct StateWords
{
    base::Meaning meaning = base::Meaning::Text;
    QString word;

    QString text() const { return word.isEmpty() ? QString() : base::Theme::sign(meaning) + u' ' + word; }
};
StateWords problemWords(Problem problem);
StateWords lifetimeWords(const Entry &entry);
StateWords matchWords(Match match);

/// When the value that a container sees changes.
QString lifetimeText(const Entry &entry);
/// What one comparison came to, with both values where they differ.
QString comparedText(const Compared &compared, const Entry &entry);
/// The value in one line, or a word for an empty one; nothing when there is none.
QString valueCell(const Entry &entry);

} // namespace downward
