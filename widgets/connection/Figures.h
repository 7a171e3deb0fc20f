#pragma once

#include "models/kube/Traffic.h"

#include <QString>

namespace connection {

/// "312 B", "4.1 KiB", "23 MiB".
QString bytesText(std::int64_t bytes);
/// "12 ms", "3.4 s", "5 min".
QString durationText(std::chrono::milliseconds time);
/// Requests as text for a bug report, the oldest first, a line each. No secrets: there are none in records.
QString reportOf(const std::vector<kube::RequestRecord> &records);
/// "200", "connection", "…" while it goes on without an answer.
QString outcomeOf(const kube::RequestRecord &record);
bool isFailure(const kube::RequestRecord &record);

} // namespace connection
