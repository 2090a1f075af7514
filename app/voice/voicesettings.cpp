// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/voicesettings.h"

#include <QKeySequence>
#include <QMetaEnum>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

const QList<int> usualKeys{Qt::Key_T, Qt::Key_Space};

//! What a hand can hold while it does something else; not what walks, writes, leaves or is held together with others.
bool canBeHeld(int key)
{
    constexpr int no[] = {Qt::Key_unknown, Qt::Key_Escape, Qt::Key_Return,  Qt::Key_Enter, Qt::Key_Tab,
                          Qt::Key_Backtab, Qt::Key_Shift,  Qt::Key_Control, Qt::Key_Meta,  Qt::Key_Alt,
                          Qt::Key_AltGr,   Qt::Key_W,      Qt::Key_A,       Qt::Key_S,     Qt::Key_D,
                          Qt::Key_Left,    Qt::Key_Right,  Qt::Key_Up,      Qt::Key_Down,  Qt::Key_F,
                          Qt::Key_M,       Qt::Key_Plus,   Qt::Key_Minus,   Qt::Key_Equal};
    return key > 0 && std::ranges::find(no, key) == std::end(no);
}

} // namespace

VoiceSettings::VoiceSettings(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    load();
}

void VoiceSettings::load()
{
    m_settings.beginGroup("voice"_L1);
    m_processing.echoCancellation = m_settings.value("echoCancellation"_L1, true).toBool();
    m_processing.noiseSuppression = m_settings.value("noiseSuppression"_L1, true).toBool();
    m_processing.gainControl = m_settings.value("gainControl"_L1, true).toBool();
    m_activation.kind =
        m_settings.value("byVoice"_L1, false).toBool() ? Activation::Kind::Voice : Activation::Kind::PushToTalk;
    const double margin = m_settings.value("margin"_L1, m_activation.margin).toDouble();
    m_activation.margin = margin >= 3 && margin <= 30 ? margin : Activation().margin;
    bool isCurve = false;
    const int curve = QMetaEnum::fromType<Curve>().keyToValue(
        m_settings.value("curve"_L1).toString().toLatin1().constData(), &isCurve);
    m_curve = isCurve ? static_cast<Curve>(curve) : Inverse;
    m_microphone = m_settings.value("microphone"_L1).toByteArray().left(1'024);
    m_loudspeaker = m_settings.value("loudspeaker"_L1).toByteArray().left(1'024);
    const QStringList keys = m_settings.value("keys"_L1).toStringList();
    for (const QString &name : keys.first(std::min<qsizetype>(keys.size(), 4))) {
        const QKeySequence sequence(name, QKeySequence::PortableText);
        if (sequence.count() == 1 && canBeHeld(sequence[0].key()))
            m_keys.append(sequence[0].key());
    }
    if (m_keys.isEmpty())
        m_keys = usualKeys;
    m_isChecked = m_settings.value("checked"_L1, false).toBool();
    m_settings.endGroup();
}

void VoiceSettings::save()
{
    m_settings.beginGroup("voice"_L1);
    m_settings.setValue("echoCancellation"_L1, m_processing.echoCancellation);
    m_settings.setValue("noiseSuppression"_L1, m_processing.noiseSuppression);
    m_settings.setValue("gainControl"_L1, m_processing.gainControl);
    m_settings.setValue("byVoice"_L1, byVoice());
    m_settings.setValue("margin"_L1, m_activation.margin);
    m_settings.setValue("curve"_L1, QString::fromLatin1(QMetaEnum::fromType<Curve>().valueToKey(m_curve)));
    m_settings.setValue("microphone"_L1, m_microphone);
    m_settings.setValue("loudspeaker"_L1, m_loudspeaker);
    QStringList keys;
    for (const int key : m_keys)
        keys.append(QKeySequence(key).toString(QKeySequence::PortableText));
    m_settings.setValue("keys"_L1, keys);
    m_settings.setValue("checked"_L1, m_isChecked);
    m_settings.endGroup();
}

void VoiceSettings::setMicrophone(const QByteArray &id)
{
    keep(m_microphone, id);
}

void VoiceSettings::setLoudspeaker(const QByteArray &id)
{
    keep(m_loudspeaker, id);
}

void VoiceSettings::setMargin(double margin)
{
    keep(m_activation.margin, std::clamp(margin, 3.0, 30.0));
}

QString VoiceSettings::keyNames() const
{
    QStringList names;
    for (const int key : m_keys)
        names.append(QKeySequence(key).toString(QKeySequence::NativeText));
    return names.join(tr(" or ", "between the names of two keys"));
}

bool VoiceSettings::setKey(int key)
{
    if (!canBeHeld(key))
        return false;
    keep(m_keys, {key});
    return true;
}

void VoiceSettings::resetKeys()
{
    keep(m_keys, usualKeys);
}

} // namespace islet
