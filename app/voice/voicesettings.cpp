// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voice/voicesettings.h"

#include <QKeySequence>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr qsizetype longestDevice = 1'024; // bytes
constexpr double smallestMargin = 3; // dB
constexpr double largestMargin = 30;
const QList<int> defaultKeys{Qt::Key_T, Qt::Key_Space};

Activation::Kind kindOf(bool isByVoice)
{
    return isByVoice ? Activation::Kind::Voice : Activation::Kind::PushToTalk;
}

//! Whether a key can be held to talk: not modifiers, and not keys that walk, write, close or zoom.
bool canBeHeld(int key)
{
    constexpr int no[] = {Qt::Key_unknown, Qt::Key_Escape, Qt::Key_Return,  Qt::Key_Enter, Qt::Key_Tab,
                          Qt::Key_Backtab, Qt::Key_Shift,  Qt::Key_Control, Qt::Key_Meta,  Qt::Key_Alt,
                          Qt::Key_AltGr,   Qt::Key_W,      Qt::Key_A,       Qt::Key_S,     Qt::Key_D,
                          Qt::Key_Left,    Qt::Key_Right,  Qt::Key_Up,      Qt::Key_Down,  Qt::Key_F,
                          Qt::Key_M,       Qt::Key_Plus,   Qt::Key_Minus,   Qt::Key_Equal};
    return key > 0 && std::ranges::find(no, key) == std::end(no);
}

QStringList namesOf(const QList<int> &keys, QKeySequence::SequenceFormat format)
{
    QStringList names;
    for (const int key : keys)
        names.append(QKeySequence(key).toString(format));
    return names;
}

} // namespace

VoiceSettings::VoiceSettings(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_curve(storedEnum(settings, "voice/curve", Inverse))
    , m_microphone(settings.value("voice/microphone"_L1).toByteArray().left(longestDevice))
    , m_loudspeaker(settings.value("voice/loudspeaker"_L1).toByteArray().left(longestDevice))
    , m_isChecked(settings.value("voice/checked"_L1, false).toBool())
{
    m_processing.echoCancellation = settings.value("voice/echoCancellation"_L1, true).toBool();
    m_processing.noiseSuppression = settings.value("voice/noiseSuppression"_L1, true).toBool();
    m_processing.gainControl = settings.value("voice/gainControl"_L1, true).toBool();
    m_activation.kind = kindOf(settings.value("voice/byVoice"_L1, false).toBool());
    const double margin = settings.value("voice/margin"_L1, m_activation.margin).toDouble();
    if (margin >= smallestMargin && margin <= largestMargin)
        m_activation.margin = margin;
    const QStringList keys = settings.value("voice/keys"_L1).toStringList();
    for (const QString &name : keys.first(std::min<qsizetype>(keys.size(), 4))) {
        const QKeySequence sequence(name, QKeySequence::PortableText);
        if (sequence.count() == 1 && canBeHeld(sequence[0].key()))
            m_keys.append(sequence[0].key());
    }
    if (m_keys.isEmpty())
        m_keys = defaultKeys;
}

void VoiceSettings::setByVoice(bool on)
{
    bool isByVoice = byVoice();
    m_activation.kind = kindOf(on);
    storeSetting(this, m_settings, "voice/byVoice", isByVoice, on);
}

void VoiceSettings::setMargin(double margin)
{
    storeSetting(this, m_settings, "voice/margin", m_activation.margin,
                 std::clamp(margin, smallestMargin, largestMargin));
}

QString VoiceSettings::keyNames() const
{
    return namesOf(m_keys, QKeySequence::NativeText).join(tr(" or ", "between the names of two keys"));
}

bool VoiceSettings::setKey(int key)
{
    if (!canBeHeld(key))
        return false;
    setKeys({key});
    return true;
}

void VoiceSettings::resetKeys()
{
    setKeys(defaultKeys);
}

void VoiceSettings::setKeys(const QList<int> &keys)
{
    QStringList names = namesOf(m_keys, QKeySequence::PortableText);
    m_keys = keys;
    storeSetting(this, m_settings, "voice/keys", names, namesOf(keys, QKeySequence::PortableText));
}

} // namespace islet
