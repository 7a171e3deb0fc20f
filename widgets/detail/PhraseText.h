#pragma once

#include "models/base/Clock.h"
#include "models/detail/Summary.h"
#include "models/kinds/Health.h"
#include "widgets/base/Theme.h"

#include <QString>

namespace detail {

/// The phrase in the person's language, at this moment, as it came: not yet cut or made plain.
std::string wordsOf(const Phrase &phrase, const base::Clock &clock = base::Clock::system());
/// The same made safe for one line.
QString lineOf(const Phrase &phrase, const base::Clock &clock = base::Clock::system());

base::Meaning meaningOf(Tone tone);
base::Meaning meaningOf(kinds::Health health);

/// "CrashLoopBackOff" as "✕ CrashLoopBackOff"; what is no state has no sign.
QString withSign(base::Meaning meaning, const QString &word);

/// The moments of a phrase as this machine's clock shows them, for the tool tip; empty without ages.
QString momentsOf(const Phrase &phrase);

} // namespace detail
