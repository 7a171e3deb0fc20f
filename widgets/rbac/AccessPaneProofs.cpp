#include "widgets/rbac/AccessPane.h"

#include "models/rights/Claims.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/ProofWords.h"

#include <QPushButton>

#include <array>

namespace rbac {

using base::Theme;

namespace {

graph::Proofs signsOf(const std::vector<std::vector<rights::Proof>> &proofs)
{
    /// In the order of rights::Proof.
    constexpr std::array<graph::Sign, 5> signs{graph::Sign::None, graph::Sign::None, graph::Sign::Confirmed, graph::Sign::Contradicted, graph::Sign::Unknown};
    graph::Proofs out;
    for (const auto &row : proofs) {
        out.emplace_back();
        for (const rights::Proof proof : row)
            out.back().push_back(signs[static_cast<std::size_t>(proof)]);
    }
    return out;
}

} // namespace

void AccessPane::setServerWord(std::shared_ptr<rights::ServerWord> word)
{
    m_word = std::move(word);
    m_verifyButton->show();
    connect(m_word.get(), &rights::ServerWord::changed, &m_proofs, [this] {
        if (!m_proofs.isActive())
            m_proofs.start();
    });
}

void AccessPane::verify()
{
    std::vector<rights::Claim> claims = m_picture ? rights::claimsOf(*m_picture) : std::vector<rights::Claim>();
    if (m_shownAnswer)
        claims.push_back(rights::claimOf(*m_shownAnswer));
    m_word->ask(claims);
}

void AccessPane::tellProofs()
{
    if (!m_word || !m_picture)
        return;
    const ProofWords proof = proofOf(*m_word, *m_picture);
    m_proof->show(proof.text);
    base::setPlainToolTip(m_proof, proof.reason.isEmpty() ? proof.text : proof.text + u'\n' + proof.reason);
    m_proof->setStyleSheet(QStringLiteral("color: %1").arg(Theme::instance().color(proof.meaning).name()));
    const graph::Scene &scene = *m_graph->scene();
    const int box = scene.find(matrixId);
    m_graph->setProofs(box < 0 || proof.text.isEmpty() ? graph::Proofs() : signsOf(rights::proofsOf(*m_word, *m_picture, *scene.node(box).box.matrix)));
    m_answer->showProof(m_shownAnswer ? proofOf(m_word->verdictOn(rights::claimOf(*m_shownAnswer))) : ProofWords());
    tellSelected();
}

rights::Verdict AccessPane::verdictOnCell(const graph::Spot &cell) const
{
    const auto *table = m_word && m_picture && cell.isCell() ? &m_graph->scene()->node(cell.box).box.matrix : nullptr;
    if (!table || !*table)
        return {};
    return rights::verdictOn(*m_word, rights::claimsOf(*m_picture, (*table)->rows[static_cast<std::size_t>(cell.row)].name, (*table)->verbs[static_cast<std::size_t>(cell.column)]));
}

} // namespace rbac
