const password =
  /(?:contraseña|пароль|密[码碼]|口令|暗証番号|パスワード|비밀번호|비번|패스워드|암호|hasło|lösenord|løsen|jelszó|şifre|parolă|סיסמה|كلمة المرور|पासवर्ड|κωδικός)[\])]?$/i;

/** Does a name for a password stand before a place, in another script or with other letters than those of ASCII? */
export const isForeignPassword = (text: string, end: number, floor: number): boolean =>
  password.test(text.slice(Math.max(floor, end - 16), end));
