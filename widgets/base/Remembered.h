#pragma once

namespace settings {
class Settings;
}

namespace base {

/// Whether what was open is opened again at the next start: yes, until somebody says no.
bool opensAgain(const settings::Settings &settings);
void setOpensAgain(settings::Settings &settings, bool again);

/// Forgets which columns the tables of all kinds show, in which order and how wide; what a person made by hand, like columns of their
/// own, stays.
void forgetColumns(settings::Settings &settings);

/// Forgets also how they are sorted and grouped, and which groups are folded.
void forgetTables(settings::Settings &settings);

} // namespace base
