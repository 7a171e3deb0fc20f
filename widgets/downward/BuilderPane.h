#pragma once

#include "models/downward/Builder.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QFormLayout;

namespace base {
class PlainLabel;
class TextLabel;
}

namespace downward {

/// Puts entries together: what each would be in this pod now, why the server would refuse it, and the YAML to write. Nothing is applied.
class BuilderPane final : public QWidget
{
    Q_OBJECT

public:
    explicit BuilderPane(QWidget *parent = nullptr);

    /// node: null when it is not known.
    void setPod(std::shared_ptr<const text::Value> pod, std::shared_ptr<const text::Value> node);
    void takeFocus();

    Draft draft() const;
    QString yaml() const;
    QString preview() const;
    QString problems() const;

Q_SIGNALS:
    void noticed(const QString &text);
    void closed();

private:
    QWidget *makeForm();
    QWidget *makeYaml();
    void addField(QFormLayout *form, const QString &title, QWidget *field);
    void suggestVolume();
    void fillFields();
    void fillContainers();
    void fillDivisors();
    void placeChanged();
    void fieldChanged();
    void update();
    void showYaml(const std::string &yaml);
    void addAnother();
    void startOver();
    void copy();
    Place place() const;
    VolumeDraft volume() const;
    std::vector<Draft> all() const;
    bool isWhole() const;

    std::shared_ptr<const text::Value> m_pod;
    std::shared_ptr<const text::Value> m_node;
    std::vector<Draft> m_added;
    QString m_suggested;
    VolumeDraft m_suggestedVolume;
    QFormLayout *m_form = nullptr;
    QComboBox *m_place = nullptr;
    QComboBox *m_field = nullptr;
    QComboBox *m_container = nullptr;
    QComboBox *m_divisor = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_volume = nullptr;
    QLineEdit *m_mountPath = nullptr;
    base::PlainLabel *m_preview = nullptr;
    base::PlainLabel *m_problems = nullptr;
    QPlainTextEdit *m_yaml = nullptr;
    QPushButton *m_another = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_again = nullptr;
};

} // namespace downward
