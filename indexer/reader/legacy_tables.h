// The letters of the encodings before Unicode, by their places in windows-1252.
#pragma once

#include <array>
#include <utility>

namespace giaidap {

using LegacyPair = std::pair<char32_t, char32_t>;

// TCVN 5712:1993, the second half of its table as the ABC fonts have it.
inline constexpr std::array<LegacyPair, 74> kTcvn3{
    {{0xA1, U'\u0102'}, {0xA2, U'\u00C2'}, {0xA3, U'\u00CA'}, {0xA4, U'\u00D4'}, {0xA5, U'\u01A0'},
     {0xA6, U'\u01AF'}, {0xA7, U'\u0110'}, {0xA8, U'\u0103'}, {0xA9, U'\u00E2'}, {0xAA, U'\u00EA'},
     {0xAB, U'\u00F4'}, {0xAC, U'\u01A1'}, {0xAD, U'\u01B0'}, {0xAE, U'\u0111'}, {0xB5, U'\u00E0'},
     {0xB6, U'\u1EA3'}, {0xB7, U'\u00E3'}, {0xB8, U'\u00E1'}, {0xB9, U'\u1EA1'}, {0xBB, U'\u1EB1'},
     {0xBC, U'\u1EB3'}, {0xBD, U'\u1EB5'}, {0xBE, U'\u1EAF'}, {0xC6, U'\u1EB7'}, {0xC7, U'\u1EA7'},
     {0xC8, U'\u1EA9'}, {0xC9, U'\u1EAB'}, {0xCA, U'\u1EA5'}, {0xCB, U'\u1EAD'}, {0xCC, U'\u00E8'},
     {0xCE, U'\u1EBB'}, {0xCF, U'\u1EBD'}, {0xD0, U'\u00E9'}, {0xD1, U'\u1EB9'}, {0xD2, U'\u1EC1'},
     {0xD3, U'\u1EC3'}, {0xD4, U'\u1EC5'}, {0xD5, U'\u1EBF'}, {0xD6, U'\u1EC7'}, {0xD7, U'\u00EC'},
     {0xD8, U'\u1EC9'}, {0xDC, U'\u0129'}, {0xDD, U'\u00ED'}, {0xDE, U'\u1ECB'}, {0xDF, U'\u00F2'},
     {0xE1, U'\u1ECF'}, {0xE2, U'\u00F5'}, {0xE3, U'\u00F3'}, {0xE4, U'\u1ECD'}, {0xE5, U'\u1ED3'},
     {0xE6, U'\u1ED5'}, {0xE7, U'\u1ED7'}, {0xE8, U'\u1ED1'}, {0xE9, U'\u1ED9'}, {0xEA, U'\u1EDD'},
     {0xEB, U'\u1EDF'}, {0xEC, U'\u1EE1'}, {0xED, U'\u1EDB'}, {0xEE, U'\u1EE3'}, {0xEF, U'\u00F9'},
     {0xF1, U'\u1EE7'}, {0xF2, U'\u0169'}, {0xF3, U'\u00FA'}, {0xF4, U'\u1EE5'}, {0xF5, U'\u1EEB'},
     {0xF6, U'\u1EED'}, {0xF7, U'\u1EEF'}, {0xF8, U'\u1EE9'}, {0xF9, U'\u1EF1'}, {0xFA, U'\u1EF3'},
     {0xFB, U'\u1EF7'}, {0xFC, U'\u1EF9'}, {0xFD, U'\u00FD'}, {0xFE, U'\u1EF5'}}};

// Letters that windows-1258 has in other places than windows-1252; tones stand behind their letters.
inline constexpr std::array<LegacyPair, 14> kWindows1258{{{0xC3, U'\u0102'},
                                                          {0xE3, U'\u0103'},
                                                          {0xCC, U'\u0300'},
                                                          {0xD0, U'\u0110'},
                                                          {0xD2, U'\u0309'},
                                                          {0xD5, U'\u01A0'},
                                                          {0xDD, U'\u01AF'},
                                                          {0xDE, U'\u0303'},
                                                          {0xEC, U'\u0301'},
                                                          {0xF0, U'\u0111'},
                                                          {0xF2, U'\u0323'},
                                                          {0xF5, U'\u01A1'},
                                                          {0xFD, U'\u01B0'},
                                                          {0xFE, U'\u20AB'}}};

// VNI-Windows, letters that stand for themselves.
inline constexpr std::array<LegacyPair, 14> kVniLetters{{{0xF1, U'\u0111'},
                                                         {0xD1, U'\u0110'},
                                                         {0xF4, U'\u01A1'},
                                                         {0xD4, U'\u01A0'},
                                                         {0xF6, U'\u01B0'},
                                                         {0xD6, U'\u01AF'},
                                                         {0xE6, U'\u1EC9'},
                                                         {0xC6, U'\u1EC8'},
                                                         {0xF3, U'\u0129'},
                                                         {0xD3, U'\u0128'},
                                                         {0xF2, U'\u1ECB'},
                                                         {0xD2, U'\u1ECA'},
                                                         {0xEE, U'\u1EF5'},
                                                         {0xCE, U'\u1EF4'}}};

// VNI-Windows, signs behind a letter, small ones: breve or circumflex and the tone.
struct VniSign {
  char32_t sign, shape, tone;
};
inline constexpr char32_t kCircumflex = 0x302;
inline constexpr char32_t kBreve = 0x306;
inline constexpr std::array<VniSign, 17> kVniSigns{{{0xF9, 0, 0x301},
                                                    {0xF8, 0, 0x300},
                                                    {0xFB, 0, 0x309},
                                                    {0xF5, 0, 0x303},
                                                    {0xEF, 0, 0x323},
                                                    {0xE2, kCircumflex, 0},
                                                    {0xE1, kCircumflex, 0x301},
                                                    {0xE0, kCircumflex, 0x300},
                                                    {0xE5, kCircumflex, 0x309},
                                                    {0xE3, kCircumflex, 0x303},
                                                    {0xE4, kCircumflex, 0x323},
                                                    {0xEA, kBreve, 0},
                                                    {0xE9, kBreve, 0x301},
                                                    {0xE8, kBreve, 0x300},
                                                    {0xFA, kBreve, 0x309},
                                                    {0xFC, kBreve, 0x303},
                                                    {0xEB, kBreve, 0x323}}};

}  // namespace giaidap
