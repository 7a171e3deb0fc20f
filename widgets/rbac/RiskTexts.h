#pragma once

#include "models/rbac/RiskExport.h"
#include "models/rbac/RiskPicture.h"
#include "widgets/base/Theme.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace rbac {

base::Meaning meaningOf(Severity severity);
/// "critical"
QString wordOf(Severity severity);
/// "✕ critical"
QString signedWordOf(Severity severity);
/// What whoever has it can do, in the person's language.
QString attackOf(std::string_view id);
/// Of all risks, for models.
std::vector<std::string> attackTexts();

RuleSaying ruleSaying();
RiskWords riskWords();
RiskReportWords riskReportWords(const Inputs &inputs);
QString headOf(RiskPart part);

/// Who can do what, where, and through what it comes.
QString sentenceOf(const Risk &risk, const AccessEvaluator &evaluator);
/// What the shortest way is, step by step.
QString sentenceOf(const RiskWay &way);
/// What the finding itself includes; empty: nothing.
QString includedTextOf(const RiskWay &way);
/// Without which bindings nothing is left of a finding, or of all ways; and whom they give something beside.
QString cutTextOf(const RiskWay &way, const AccessEvaluator &evaluator);
/// The commands that delete what cuts it, a line for each; kubectl: with the context of the cluster that it is about.
QString cutCommandsOf(const RiskWay &way, const QString &kubectl);
/// "To cluster-admin"; of the finding itself "This finding".
QString titleOf(const RiskWay &way);

} // namespace rbac
