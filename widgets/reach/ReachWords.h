#pragma once

#include "models/reach/Reach.h"
#include "widgets/base/Theme.h"

#include <QString>

namespace reach {

/// What a card says: its question, a verdict with its sign, and why.
struct Card
{
    QString question;
    base::Meaning meaning = base::Meaning::Unknown;
    QString verdict;
    QString reasons;        ///< a line for each
};

Card apiCard(const Answer &answer);
Card networkCard(const Answer &answer);

} // namespace reach
